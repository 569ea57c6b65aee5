import { AppError } from "@/lib/errors";
import type { PayloadStore, PayloadStoreKind } from "./payload-store";

const PAGE = 100;
const AT_ONCE = 8;
/** No save takes as long as this; younger bodies may still be waiting for their answer. */
const SAVE_TAKES_AT_MOST_MS = 60_000;

type MoveCounts = {
  /** Answers of the source that were looked at. */
  answers: number;
  copied: number;
  /** Were in the target already: from an earlier, interrupted move. */
  present: number;
  /** Could not be read or did not arrive whole. They stay where they are. */
  damaged: number;
  /** Rows of the ledger that now name the target. */
  noted: number;
  removed: number;
  sweptBodies: number;
};

const NOTHING: MoveCounts = {
  answers: 0,
  copied: 0,
  present: 0,
  damaged: 0,
  noted: 0,
  removed: 0,
  sweptBodies: 0,
};

type MoveResult = MoveCounts & { damagedIds: string[] };

type Move = {
  from: PayloadStore;
  to: PayloadStore;
  /** Writes down that these answers are in that store now; returns how many rows of the ledger that changed. */
  noteMoved(ids: readonly string[], kind: PayloadStoreKind): Promise<number>;
  deleteSource: boolean;
  now: () => Date;
  onProgress?: (soFar: Readonly<MoveCounts>) => void;
};

/**
 * Copies every answer from one store to the other, reads each back from there by its hash, and only then writes it down
 * and, if wanted, removes it from the source. Killed at any moment it can simply be called again: nothing is twice and
 * nothing is lost. Throws `database_unavailable` when a store goes away.
 */
export async function movePayloads(move: Move): Promise<MoveResult> {
  const { from, deleteSource, now, onProgress } = move;
  const sweepBefore = new Date(now().getTime() - SAVE_TAKES_AT_MOST_MS);
  const result: MoveResult = { ...NOTHING, damagedIds: [] };
  for (let after: string | null = null; ; ) {
    const ids: string[] = await from.listIds(after, PAGE);
    const last = ids.at(-1);
    if (last === undefined) break;
    await movePage(move, ids, result);
    onProgress?.(result);
    after = last;
  }
  if (deleteSource) result.sweptBodies = await from.sweep(sweepBefore);
  return result;
}

async function movePage(move: Move, ids: readonly string[], result: MoveResult): Promise<void> {
  const { from, to, noteMoved, deleteSource } = move;
  const arrived: string[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const group = ids.slice(start, start + AT_ONCE);
    const ends = await Promise.all(
      group.map(async (id) => ({ id, end: await copyAnswer(from, to, id) })),
    );
    for (const { id, end } of ends) {
      if (end === "gone") continue;
      result[end] += 1;
      (end === "damaged" ? result.damagedIds : arrived).push(id);
    }
  }
  result.answers += ids.length;
  result.noted += await noteMoved(arrived, to.kind);
  if (deleteSource) result.removed += await from.remove(arrived);
}

async function copyAnswer(
  from: PayloadStore,
  to: PayloadStore,
  id: string,
): Promise<"copied" | "present" | "damaged" | "gone"> {
  try {
    if (await to.find(id)) return "present";
    const payload = await from.find(id);
    if (!payload) return "gone";
    await to.save(payload);
    const arrived = await to.find(id);
    return arrived?.hash === payload.hash ? "copied" : "damaged";
  } catch (error) {
    // A store that is away ends the move; an answer that is damaged is told and left where it is.
    if (error instanceof AppError && error.code === "internal") return "damaged";
    throw error;
  }
}

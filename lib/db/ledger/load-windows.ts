import type { Connection } from "mariadb";
import { AppError } from "@/lib/errors";
import { ANSWERED_STATES } from "@/lib/model/coverage";
import type { RecordCounts, WindowState } from "@/lib/model/run";
import type { StreamName } from "@/lib/model/stream";
import type { LedgerWindow, LoadedWindow } from "@/lib/sync/ports";
import { bumpDataVersion } from "../data-version";
import { transaction } from "../transaction";
import type { UpsertCounts } from "../upsert/upsert-records";
import { answerWindows, type SettledWindow } from "./answer-windows";
import { lockRun } from "./lease";
import { lockWindows, type StoredWindow } from "./lock-windows";
import { addWindows } from "./plan-windows";
import type { WindowOrigin } from "./window-origin";
import { writeDrift } from "./write-drift";
import { writePositions } from "./write-positions";
import { writeRejects } from "./write-rejects";

/** A window and what its answers gave. */
export type AnsweredWindow<Rec> = { window: LedgerWindow; loaded: LoadedWindow<Rec> };

/** Puts the records of windows where they belong, in the transaction of `connection`, and returns what became of each window's. */
export type WriteWindows<Rec, Window extends AnsweredWindow<Rec> = AnsweredWindow<Rec>> = (
  connection: Connection,
  origin: WindowOrigin,
  windows: readonly Window[],
) => Promise<readonly UpsertCounts[]>;

export type LoadContext<Rec, Window extends AnsweredWindow<Rec> = AnsweredWindow<Rec>> = {
  runId: string;
  stream: StreamName;
  owner: string;
  write: WriteWindows<Rec, Window>;
};

/**
 * Writes all that these windows of one run gave in one transaction and returns the counts of each. Windows that were answered
 * before are left alone and their counts are returned. Throws `conflict`, with nothing written, when the lease is lost or
 * a window was given up.
 */
export function loadWindows<Rec, Window extends AnsweredWindow<Rec>>(
  context: LoadContext<Rec, Window>,
  windows: readonly Window[],
): Promise<RecordCounts[]> {
  const { runId, stream, owner, write } = context;
  return transaction(async (connection) => {
    const { now } = await lockRun(connection, runId, owner);
    const stored = await lockWindows(
      connection,
      runId,
      windows.map(({ window }) => window),
    );
    const open = windows.filter(({ window }) => isOpen(window, stored));
    if (open.length > 0) {
      const origin = { runId, stream, now };
      const settled = await writeOpen(connection, origin, open, write);
      await answerWindows(connection, origin, settled);
      for (const { window, loaded, counts } of settled) {
        stored.set(window.id, { state: loaded.state, ...counts });
      }
      await bumpDataVersion(connection);
    }
    return windows.map(({ window }) => {
      const { state: _, ...counts } = getStored(window, stored);
      return counts;
    });
  });
}

async function writeOpen<Rec, Window extends AnsweredWindow<Rec>>(
  connection: Connection,
  origin: WindowOrigin,
  windows: readonly Window[],
  write: WriteWindows<Rec, Window>,
): Promise<SettledWindow[]> {
  const written = await write(connection, origin, windows);
  const settled: SettledWindow[] = [];
  for (const [index, { window, loaded }] of windows.entries()) {
    const upserted = written[index];
    if (!upserted) throw new Error(`Window ${window.key} was written and not counted`);
    const rejected = await writeRejects(connection, origin, loaded.rejects);
    const unreadable = await writePositions(connection, origin, loaded);
    await writeDrift(connection, origin, loaded.drift);
    await addWindows(connection, { id: origin.runId, stream: origin.stream }, loaded.more);
    const counts = { fetched: loaded.fetched, ...upserted, rejected };
    assertAddsUp(window, counts);
    settled.push({ window, loaded, counts, unreadable });
  }
  return settled;
}

function isOpen(window: LedgerWindow, stored: ReadonlyMap<number, StoredWindow>): boolean {
  const { state } = getStored(window, stored);
  if (ANSWERED.includes(state)) return false;
  if (state === "running") return true;
  throw new AppError(
    "conflict",
    `Window ${window.key} is ${state}, not running: what came for it was kept raw, but not loaded.`,
  );
}

const ANSWERED: readonly WindowState[] = ANSWERED_STATES;

function getStored(window: LedgerWindow, stored: ReadonlyMap<number, StoredWindow>): StoredWindow {
  const found = stored.get(window.id);
  if (!found) throw new Error(`Window ${window.id} is none of this run`);
  return found;
}

/** Every record that was fetched became exactly one thing; else something was lost on the way, and nothing is written. */
function assertAddsUp(window: LedgerWindow, counts: RecordCounts): void {
  const { fetched, inserted, updated, unchanged, rejected } = counts;
  if (fetched === inserted + updated + unchanged + rejected) return;
  throw new Error(
    `Window ${window.key}: ${fetched} records were fetched, but ${inserted} inserted, ${updated} updated, ${unchanged} unchanged and ${rejected} rejected. Nothing of it was written.`,
  );
}

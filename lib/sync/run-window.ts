import { AppError } from "@/lib/errors";
import type { RecordCounts, RunStatus, WindowState } from "@/lib/model/run";
import type { Scope } from "@/lib/model/stream";
import { askAndKeep } from "./ask-and-keep";
import { Interruption } from "./interruption";
import type { LedgerWindow, SyncPorts } from "./ports";
import type { SyncStream } from "./sync-stream";

/** How one turn of a run ended. It is stored as the step's result, so it holds ids and counts, never records. */
export type WindowOutcome =
  | {
      kind: "loaded";
      window: string;
      state: WindowState;
      counts: RecordCounts;
      totalCount: number | null;
    }
  | { kind: "none_left" }
  | { kind: "cancelled" }
  | { kind: "ended"; status: RunStatus }
  /** Another worker has the run. */
  | { kind: "not_ours" }
  /** The lease was given back: a person wants the run to rest, or one that goes before it waits for a worker. */
  | { kind: "paused" | "yielded" }
  | { kind: "refused"; reason: string }
  /** The quota is spent until then (ISO 8601, UTC). */
  | { kind: "wait"; until: string };

type WindowTurn<Rec, Knowledge> = {
  stream: SyncStream<Rec, Knowledge>;
  runId: string;
  ports: SyncPorts<Rec, Knowledge>;
  /** Length of the list as this run last heard it. */
  totalCount: number | null;
};

/**
 * Works on the next window of a run: asks, keeps raw, understands, writes. Running it again after it died at any point
 * comes to the same rows. Throws what a retry may cure; the window stays half-done then.
 */
export async function runWindow<Rec, Knowledge>(
  turn: WindowTurn<Rec, Knowledge>,
): Promise<WindowOutcome> {
  const { runId, ports } = turn;
  try {
    const head = await ports.ledger.claim(runId);
    if (!head) return { kind: "not_ours" };
    if (!isOpen(head.status)) return { kind: "ended", status: head.status };
    if (head.cancelRequested) return { kind: "cancelled" };
    if (head.paused) return await release(turn, "paused");
    if (await ports.isOutranked(runId)) return await release(turn, "yielded");
    const window = await ports.ledger.next(runId);
    return window ? await load(turn, window, head.scope) : { kind: "none_left" };
  } catch (error) {
    if (error instanceof Interruption) return interrupt(turn, error);
    return whenLeaseLost<WindowOutcome>({ kind: "not_ours" })(error);
  }
}

async function release<Rec, Knowledge>(
  { runId, ports }: WindowTurn<Rec, Knowledge>,
  kind: "paused" | "yielded",
): Promise<WindowOutcome> {
  await ports.ledger.release(runId);
  return { kind };
}

export const isOpen = (status: RunStatus): boolean => status === "queued" || status === "running";

/** The ledger refuses a worker whose run was taken over (`conflict`): it must write nothing more. Else throws again. */
export const whenLeaseLost =
  <Answer>(answer: Answer) =>
  (error: unknown): Answer => {
    if (error instanceof AppError && error.code === "conflict") return answer;
    throw error;
  };

async function load<Rec, Knowledge>(
  turn: WindowTurn<Rec, Knowledge>,
  window: LedgerWindow,
  scope: Scope,
): Promise<WindowOutcome> {
  const { stream, runId, ports } = turn;
  const knowledge = await ports.knowledge(scope, window);
  const codeBefore = await ports.ledger.codeBefore(runId, window);
  const { loaded, totalCount, refused } = await stream.read(window, {
    ask: (question) => askAndKeep(question, { stream: stream.name, runId, window, ports }),
    knowledge,
    totalCount: turn.totalCount,
    codeBefore,
  });
  const counts = await ports.ledger.load(runId, window, loaded);
  if (refused !== null) return { kind: "refused", reason: refused };
  return { kind: "loaded", window: window.key, state: loaded.state, counts, totalCount };
}

async function interrupt<Rec, Knowledge>(
  { runId, ports }: WindowTurn<Rec, Knowledge>,
  { reading }: Interruption,
): Promise<WindowOutcome> {
  if (reading.kind === "refused") return { kind: "refused", reason: reading.reason };
  await ports.ledger.wait(runId, reading.until);
  return { kind: "wait", until: reading.until.toISOString() };
}

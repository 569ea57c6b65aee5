import type { Attempt, Source } from "@/lib/model/answer";
import type { DriftFinding } from "@/lib/model/drift";
import type { Json } from "@/lib/model/json";
import type { Reject } from "@/lib/model/reject";
import type { RecordCounts, RunStatus, RunTask, WindowState } from "@/lib/model/run";
import type { Scope, StreamName } from "@/lib/model/stream";

/** Runs work once even if the whole function is tried again; results are stored, so they must be JSON. */
export type Step = {
  run<T extends Json>(id: string, work: () => Promise<T>): Promise<T>;
  sleepUntil(id: string, until: Date): Promise<void>;
};

/** One thing to ask. `plan` is the stream's own note of how to ask it. */
export type PlannedWindow = { scope: string; key: string; plan: Json };

/** A window of the ledger that this run holds. `position` is its place in the plan, from 0. */
export type LedgerWindow = PlannedWindow & { id: number; position: number };

/** What is written in one transaction when a window was answered: rows, rejects, positions, drift and the ledger row. */
export type LoadedWindow<Rec> = {
  state: Extract<WindowState, "complete" | "partial" | "empty" | "not_served" | "suspect">;
  /** How many the source says there are in this window; null when it does not say. */
  expected: number | null;
  /** How many items the answers held, counted where they were read: records and rejects must add up to it. */
  fetched: number;
  records: readonly { record: Rec; payloadId: string; listPosition: number | null }[];
  rejects: readonly (Reject & { payloadId: string })[];
  /** List positions asked one by one: still unreadable (with the status), or readable again. */
  unreadable: readonly { position: number; status: 404 | 500; payloadId: string }[];
  healed: readonly number[];
  drift: readonly (DriftFinding & { payloadId: string })[];
  /** Code of the last record, so that a twin at the start of the next window is known for one. */
  lastCode: string | null;
  /** Windows that this answer made known (the list is longer than planned). */
  more: readonly PlannedWindow[];
  /** When the first and the newest answer of a window of flights were received, for the coverage ledger; null for lists. */
  answered: { startedAt: Date; observedAt: Date; assumed: boolean } | null;
};

export type RunHead = {
  id: string;
  stream: StreamName;
  scope: Scope;
  status: RunStatus;
  task: RunTask;
  cancelRequested: boolean;
  /** A person wants it to rest: it keeps its plan and goes on when resumed. */
  paused: boolean;
};

export type Ledger<Rec> = {
  /** Takes or renews the run's lease. Null when another worker holds it. */
  claim(runId: string): Promise<RunHead | null>;
  /**
   * Writes the plan, once: a run that has windows keeps them. `note` says what was left out; it stays with the run unless its
   * end says more. Returns how many windows there are.
   */
  plan(runId: string, windows: readonly PlannedWindow[], note: string | null): Promise<number>;
  /** The window to work on now (a half-done one first), marked running; null when none is left. Renews the lease. */
  next(runId: string): Promise<LedgerWindow | null>;
  /** Remembers a call of this window, answered (with its payload) or not. */
  noteCall(
    window: LedgerWindow,
    call: { payloadId: string; status: number; hash: string; bytes: number } | null,
  ): Promise<void>;
  /** Last code of the window before this one in the run, null if unknown. */
  codeBefore(runId: string, window: LedgerWindow): Promise<string | null>;
  /** Writes everything a window gave in one transaction and returns the counts, each raised where it happened. */
  load(runId: string, window: LedgerWindow, loaded: LoadedWindow<Rec>): Promise<RecordCounts>;
  /** Notes that the run sleeps until then (the quota is spent), and keeps its lease a little longer. `next` takes the note away. */
  wait(runId: string, until: Date): Promise<void>;
  /** Marks the half-done window failed, with what happened, and says which it was; null when there is none. */
  fail(runId: string, message: string): Promise<{ scope: string; key: string } | null>;
  /** Gives the lease back and queues the run again: whoever takes it up goes on with its plan. */
  release(runId: string): Promise<void>;
  /**
   * Closes the run: its status follows from its windows, unless it was cancelled or refused. `givenUp` says why windows
   * were left unasked (too many failed in a row): they stay so, and the run is partial or failed. Idempotent.
   */
  finish(runId: string, end: RunEnd): Promise<RunStatus>;
};

/** How a run ended; all null and false when every window was asked. */
export type RunEnd = { cancelled: boolean; refused: string | null; givenUp: string | null };

/** What earlier runs learned of a list: positions that could not be read, and how long it was. */
export type ListKnowledge = { unreadable: readonly number[]; totalCount: number | null };

/** The outside world as the engine sees it. `Knowledge` is what a stream wants to know before it plans and reads. */
export type SyncPorts<Rec, Knowledge = ListKnowledge> = {
  step: Step;
  source: Source;
  ledger: Ledger<Rec>;
  /** Keeps an answer before it is understood and returns its id and hash. */
  keepAnswer(input: {
    stream: StreamName;
    window: string;
    runId: string;
    attempt: Extract<Attempt, { kind: "answer" }>;
  }): Promise<{ id: string; hash: string }>;
  /** Asked anew before planning (`window` is null then) and before each window. */
  knowledge(scope: Scope, window: PlannedWindow | null): Promise<Knowledge>;
  /** Whether a run that goes before this one waits for a worker. Always false where this worker would not take it up. */
  isOutranked(runId: string): Promise<boolean>;
};

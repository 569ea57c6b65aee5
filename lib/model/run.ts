export const RUN_STATUSES = [
  "queued",
  "running",
  "complete",
  "partial",
  "failed",
  "cancelled",
] as const;

/**
 * How a run stands. `complete`: every window was answered whole (unreadable positions are counted, not failures);
 * `partial`: some windows failed; `failed`: none succeeded, or the source refused us.
 */
export type RunStatus = (typeof RUN_STATUSES)[number];

export const RUN_TRIGGERS = ["first_round", "schedule", "person", "command"] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

/**
 * What a run does. `collect` asks the source; `backfill` does so with what live work leaves of the quota; `import` reads
 * recorded answers from files; `normalize` rebuilds rows from the raw store without a call.
 */
export const RUN_TASKS = ["collect", "backfill", "import", "normalize"] as const;
export type RunTask = (typeof RUN_TASKS)[number];

/** Lower goes first: live work before lists, a backfill after everything else. */
export const RUN_PRIORITIES = { live: 50, usual: 100, backfill: 200 } as const;

export const WINDOW_STATES = [
  "planned",
  "running",
  "complete",
  "partial",
  "empty",
  "not_served",
  "suspect",
  "failed",
  "cancelled",
] as const;

/** How one window of the coverage ledger stands. `partial`: answered, but positions in it could not be read. */
export type WindowState = (typeof WINDOW_STATES)[number];

/** Counts of records, each raised where it happens: fetched = inserted + updated + unchanged + rejected. */
export type RecordCounts = {
  fetched: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
};

export const NO_RECORDS: RecordCounts = {
  fetched: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
};

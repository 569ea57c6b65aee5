import type { WorkClass } from "@/lib/model/work-class";

/** Limits of one key. 0 means no limit. Token calls count too. */
export type QuotaLimits = { callsPerSecond: number; callsPerHour: number };

export const LUFTHANSA_LIMITS: QuotaLimits = { callsPerSecond: 5, callsPerHour: 1000 };

/** How much of an hour's calls live rounds may use at most (0 to 1), and how many minutes lie between two (0: there are none). */
export type LiveShare = { share: number; minutes: number };

/** Nothing is kept for live work, and nothing is denied to it. */
export const NO_ROUNDS: LiveShare = { share: 1, minutes: 0 };

/** What came of reserving one call: go after `waitMs`, or nobody may ask before `until`. */
export type Reservation = { kind: "go"; waitMs: number } | { kind: "spent"; until: Date };

/** The one spender of a key's calls, shared by all processes (kept in MySQL, by the database's clock). */
export type Quota = {
  /** Reserves one call before it is made, out of the calls that are left for this class of work (`usual` when left out). */
  reserve(work?: WorkClass): Promise<Reservation>;
  /**
   * The source says that the hour is spent. Returns when anybody may ask again: at the next clock hour, or, in the
   * first minute of an hour, at the end of that minute.
   */
  markSpent(): Promise<Date>;
};

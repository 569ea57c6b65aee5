/** Limits of one key. 0 means no limit. Token calls count too. */
export type QuotaLimits = { callsPerSecond: number; callsPerHour: number };

export const LUFTHANSA_LIMITS: QuotaLimits = { callsPerSecond: 5, callsPerHour: 1000 };

/** What came of reserving one call: go after `waitMs`, or nobody may ask before `until`. */
export type Reservation = { kind: "go"; waitMs: number } | { kind: "spent"; until: Date };

/** The one spender of a key's calls, shared by all processes (kept in MySQL, by the database's clock). */
export type Quota = {
  /** Reserves one call before it is made. */
  reserve(): Promise<Reservation>;
  /**
   * The source says that the hour is spent. Returns when anybody may ask again: at the next clock hour, or, in the
   * first minute of an hour, at the end of that minute.
   */
  markSpent(): Promise<Date>;
};

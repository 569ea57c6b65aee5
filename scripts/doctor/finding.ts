export const FINDING_STATES = ["ok", "warning", "error"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** What one look found. `advice` says what to do, and is missing where there is nothing to do. */
export type Finding = { what: string; state: FindingState; found: string; advice?: string };

/** A finding of one `what`, made with one call. */
export const findingOf =
  (what: string) =>
  (state: FindingState, found: string, advice?: string): Finding => ({
    what,
    state,
    found,
    ...(advice ? { advice } : {}),
  });

/** The first sentence of an error, which is what a list of findings has room for. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";

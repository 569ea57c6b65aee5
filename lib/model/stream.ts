/** What we collect from Lufthansa, one word a kind of answer. The order is the order of a first round. */
export const REFERENCE_STREAMS = [
  "countries",
  "airlines",
  "aircraft",
  "cities",
  "airports",
] as const;

export type ReferenceStream = (typeof REFERENCE_STREAMS)[number];
export type StreamName = ReferenceStream;

/** What a run is asked to cover: the whole list, or single codes (`/mds-references/airports/FRA`). */
export type Scope = { kind: "list" } | { kind: "codes"; codes: readonly string[] };

export const LIST_SCOPE: Scope = { kind: "list" };

export const DRIFT_KINDS = [
  "new_field",
  "missing_field",
  "changed_type",
  "new_code",
  /** The right type, but nothing we can use: a latitude of 91, an offset of "abc". The record is kept without it. */
  "unusable_value",
] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** One way in which answers differ from the shape we know. `path` is dotted, `[]` for a list (`Airports.Airport[].Foo`). */
export type DriftFinding = {
  kind: DriftKind;
  path: string;
  /** What was found: a type name, a code, or empty. */
  found: string;
  count: number;
};

export const REJECT_RULES = [
  "duplicate_code",
  "missing_code",
  "invalid_code",
  "unreadable_record",
  "missing_carrier",
  "invalid_carrier",
  "missing_number",
  "invalid_number",
  "missing_airport",
  "invalid_airport",
  "missing_time",
  "invalid_time",
] as const;
export type RejectRule = (typeof REJECT_RULES)[number];

/** A record that could not be kept, with what a person needs to mend it. `key` names the record as well as can be told. */
export type Reject = {
  rule: RejectRule;
  key: string;
  field: string | null;
  value: string | null;
  message: string;
  /** The record as it was sent, as JSON. */
  sample: string;
};

/** A value as a text of at most `length` characters: a text as it is, anything else as JSON. */
export const toText = (value: unknown, length: number): string =>
  (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, length);

/** A record as it was sent, as JSON, for a person to look at. */
export const toSample = (item: unknown): string =>
  toText(JSON.stringify(item) ?? "undefined", 20_000);

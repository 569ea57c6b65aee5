export const ROW_SOURCES = ["stub", "sample", "open_data", "lufthansa", "manual"] as const;

/**
 * Who a row's values come from, weakest first: a `stub` is a code that a flight uses and nobody knows more of, `sample`
 * (db:seed) yields to anything real, `open_data` to Lufthansa. A row is `manual` while a person says anything of it;
 * nothing but a person overwrites that.
 */
export type RowSource = (typeof ROW_SOURCES)[number];

/** Those that are no person. */
export type SayingSource = Exclude<RowSource, "manual">;

export const ROW_SOURCES = ["sample", "open_data", "lufthansa", "manual"] as const;

/**
 * Who a row's values come from, weakest first: `sample` (db:seed) yields to anything, `open_data` to Lufthansa,
 * and nothing but a person overwrites `manual`.
 */
export type RowSource = (typeof ROW_SOURCES)[number];

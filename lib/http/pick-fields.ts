/** A row, or each row of a list, with only these of its fields, in the order in which they were asked for. */
export const pickFields = (content: unknown, fields: readonly string[]): unknown =>
  Array.isArray(content) ? content.map((row) => pick(row, fields)) : pick(content, fields);

/** Rows are JSON objects, whose field names the contract has checked. */
const pick = (row: unknown, fields: readonly string[]): unknown =>
  Object.fromEntries(fields.map((name) => [name, (row as Record<string, unknown>)[name]]));

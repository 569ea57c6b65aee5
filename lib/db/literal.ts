import { toSqlInstant } from "./utc-dates";

export type Value = string | number | Date | null;

/** What ends or bends a text between single quotes. A line break may stand in it as it is. */
const UNSAFE = /['\\\0]/;
const ESCAPES: Readonly<Record<string, string>> = { "'": "''", "\\": "\\\\", "\0": "\\0" };

/**
 * A value as it is written in SQL. Big inserts are written out with it: to have the driver put in a thousand rows' values
 * one by one costs several times as much. Backslashes are escapes because SESSION_SQL leaves them so. Throws for a number
 * that no column can hold.
 */
export function literal(value: Value): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return `'${UNSAFE.test(value) ? escaped(value) : value}'`;
  if (typeof value === "number") return finite(value);
  return `'${toSqlInstant(value)}'`;
}

const escaped = (text: string): string =>
  text.replace(/['\\\0]/g, (character) => ESCAPES[character] ?? character);

function finite(value: number): string {
  if (Number.isFinite(value)) return String(value);
  throw new Error(`${value} cannot be stored: it is no number.`);
}

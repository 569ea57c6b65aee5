import type { Connection } from "mariadb";
import { execute } from "./execute";

/** More in one statement brings nothing, and the packet has a limit. */
const ROWS_PER_STATEMENT = 1000;

export type Value = string | number | Date | null;

/**
 * Inserts rows with as few statements as can be. `onDuplicate` is what follows ON DUPLICATE KEY UPDATE, where the new
 * values are VALUES(column); without it a duplicate is an error. Names come from code, never from outside.
 */
export async function insertRows(
  connection: Connection,
  insert: {
    table: string;
    columns: readonly string[];
    rows: readonly (readonly Value[])[];
    onDuplicate?: string;
  },
): Promise<void> {
  const { table, columns, rows, onDuplicate } = insert;
  const names = columns.map((column) => `\`${column}\``).join(", ");
  const marks = `(${columns.map(() => "?").join(", ")})`;
  const ending = onDuplicate ? ` ON DUPLICATE KEY UPDATE ${onDuplicate}` : "";
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT);
    await execute(
      `INSERT INTO \`${table}\` (${names}) VALUES ${part.map(() => marks).join(", ")}${ending}`,
      part.flat(),
      connection,
    );
  }
}

/** `a = VALUES(a), b = VALUES(b)`: takes over the new values of these columns. */
export const takeNew = (columns: readonly string[]): string =>
  columns.map((column) => `\`${column}\` = VALUES(\`${column}\`)`).join(", ");

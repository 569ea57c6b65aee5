import type { Connection } from "mariadb";
import { execute } from "./execute";
import { literal, type Value } from "./literal";

/** More in one statement brings nothing, and the packet has a limit. */
const ROWS_PER_STATEMENT = 1000;

export type { Value };

type Insert = {
  table: string;
  columns: readonly string[];
  /** What follows ON DUPLICATE KEY UPDATE, where new values are VALUES(column); without it a duplicate is an error. */
  onDuplicate?: string;
};

/** Inserts rows with as few statements as can be. Names come from code, never from outside. */
export async function insertRows(
  connection: Connection,
  { rows, ...insert }: Insert & { rows: readonly (readonly Value[])[] },
): Promise<void> {
  for (const sql of insertStatements({ ...insert, tuples: rows.map(tuple) })) {
    await execute(sql, [], connection);
  }
}

/** The statements that insert rows which `tuple` has written out; none for no rows. */
export function insertStatements({
  table,
  columns,
  tuples,
  onDuplicate,
}: Insert & { tuples: readonly string[] }): string[] {
  const names = columns.map((column) => `\`${column}\``).join(", ");
  const ending = onDuplicate ? ` ON DUPLICATE KEY UPDATE ${onDuplicate}` : "";
  const statements: string[] = [];
  for (let from = 0; from < tuples.length; from += ROWS_PER_STATEMENT) {
    const values = tuples.slice(from, from + ROWS_PER_STATEMENT).join(",");
    statements.push(`INSERT INTO \`${table}\` (${names}) VALUES ${values}${ending}`);
  }
  return statements;
}

/** A row as it stands in a statement: `(1,'LH',NULL)`. */
export const tuple = (row: readonly Value[]): string => `(${row.map(literal).join(",")})`;

/** `a = VALUES(a), b = VALUES(b)`: takes over the new values of these columns. */
export const takeNew = (columns: readonly string[]): string =>
  columns.map((column) => `\`${column}\` = VALUES(\`${column}\`)`).join(", ");

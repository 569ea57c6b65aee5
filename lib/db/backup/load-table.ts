import type { Connection } from "mariadb";
import { z } from "zod";
import { execute } from "../execute";
import type { BackupTable } from "./list-tables";

const Line = z.array(z.string().nullable());
type Value = string | Buffer | null;

const MAX_ROWS = 1_000;
/** Well below the smallest packet that servers take by default (16 MB), with room for escaping. */
const MAX_CHARACTERS = 4_000_000;

/** Writes the lines of `dumpTable` into the table, which is emptied first, and returns how many rows there were. */
export async function loadTable(
  connection: Connection,
  table: BackupTable,
  lines: AsyncIterable<string>,
): Promise<number> {
  await execute(`DELETE FROM \`${table.name}\``, [], connection);
  let rows: Value[][] = [];
  let characters = 0;
  let total = 0;
  for await (const line of lines) {
    rows.push(toValues(table, line));
    characters += line.length;
    if (rows.length < MAX_ROWS && characters < MAX_CHARACTERS) continue;
    await insert(connection, table, rows);
    total += rows.length;
    rows = [];
    characters = 0;
  }
  if (rows.length > 0) await insert(connection, table, rows);
  return total + rows.length;
}

function toValues(table: BackupTable, line: string): Value[] {
  const texts = Line.length(table.columns.length).parse(JSON.parse(line));
  return texts.map((text, place) =>
    text !== null && table.columns[place]?.binary ? Buffer.from(text, "base64") : text,
  );
}

async function insert(connection: Connection, table: BackupTable, rows: Value[][]): Promise<void> {
  const columns = table.columns.map(({ name }) => `\`${name}\``).join(", ");
  const marks = `(${table.columns.map(() => "?").join(", ")})`;
  await execute(
    `INSERT INTO \`${table.name}\` (${columns}) VALUES ${rows.map(() => marks).join(", ")}`,
    rows.flat(),
    connection,
  );
}

import type { Connection, FieldInfo } from "mariadb";
import { z } from "zod";
import { toDatabaseError } from "../database-error";
import type { BackupTable } from "./list-tables";

const Row = z.array(z.string().nullable());

/** The rows of a table in the order of its key, one JSON array of texts a line; equal rows give equal lines. */
export async function* dumpTable(
  connection: Connection,
  table: BackupTable,
): AsyncGenerator<string> {
  const columns = table.columns.map(({ name }) => `\`${name}\``).join(", ");
  const order = table.key.map((name) => `\`${name}\``).join(", ");
  const binary = new Set(table.columns.filter((column) => column.binary).map(({ name }) => name));
  const rows = connection.queryStream({
    sql: `SELECT ${columns} FROM \`${table.name}\`${order ? ` ORDER BY ${order}` : ""}`,
    rowsAsArray: true,
    typeCast: (field: FieldInfo) =>
      binary.has(field.name()) ? (field.buffer()?.toString("base64") ?? null) : field.string(),
  });
  try {
    for await (const row of rows) yield JSON.stringify(Row.parse(row));
  } catch (error) {
    throw toDatabaseError(error);
  }
}

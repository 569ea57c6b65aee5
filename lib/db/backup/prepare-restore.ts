import type { Connection } from "mariadb";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { query } from "../query";
import { listTables } from "./list-tables";

/** Which rows of a table somebody put there, as SQL: the others come with the migrations. Elsewhere it is all. */
const OWN_ROWS: Readonly<Record<string, string>> = {
  data_version: "FALSE",
  flight_sequence: "FALSE",
  tracked_airports: "created_by IS NOT NULL",
  tracked_routes: "created_by IS NOT NULL",
};

/**
 * Makes room for a restore: removes all tables. Throws `conflict`, with nothing changed, when one of them holds rows and
 * `force` is not given.
 */
export async function prepareRestore(connection: Connection, force: boolean): Promise<void> {
  if (!force) {
    const used: string[] = [];
    for (const { name } of await listTables(connection)) {
      const sql = `SELECT 1 FROM \`${name}\` WHERE ${OWN_ROWS[name] ?? "TRUE"} LIMIT 1`;
      const rows = await query(z.unknown(), sql, [], connection);
      if (rows.length > 0) used.push(name);
    }
    if (used.length > 0) {
      throw new AppError(
        "conflict",
        `The database is not empty (${used.join(", ")}). Nothing was changed. Restore into an empty one, or add --force to replace everything in it.`,
      );
    }
  }
  const tables = await query(
    z.object({ name: z.string() }),
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    [],
    connection,
  );
  await connection.query("SET FOREIGN_KEY_CHECKS = 0");
  for (const { name } of tables) await connection.query(`DROP TABLE \`${name}\``);
  await connection.query("SET FOREIGN_KEY_CHECKS = 1");
}

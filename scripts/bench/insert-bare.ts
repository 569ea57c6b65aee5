import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { insertRows, type Value } from "@/lib/db/insert-rows";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";

const TABLES = ["flight_observations", "flights", "flight_events", "flight_codeshares"] as const;

const AnyRow = z.record(z.string(), z.union([z.string(), z.number(), z.date()]).nullable());

/** Empties the tables that flights are written to. */
export async function emptyTables(): Promise<void> {
  for (const table of TABLES) await execute(`TRUNCATE TABLE ${table}`);
}

type Table = { table: string; columns: string[]; rows: Value[][] };

/** All rows of these tables as they can be inserted again. */
export async function readTables(): Promise<Table[]> {
  const tables: Table[] = [];
  for (const table of TABLES) {
    const rows = await query(AnyRow, `SELECT * FROM ${table}`);
    const columns = Object.keys(rows[0] ?? {});
    tables.push({
      table,
      columns,
      rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
    });
  }
  return tables;
}

/** Inserts these rows, ready made, into empty tables in one transaction; returns the seconds it took. */
export async function insertBare(tables: readonly Table[]): Promise<number> {
  await emptyTables();
  const began = performance.now();
  await transaction(async (connection) => {
    for (const table of tables) await insertRows(connection, table);
  });
  return (performance.now() - began) / 1000;
}

/** Bytes of data and indexes, by table, as the database estimates them. */
export async function tableSizes(): Promise<{ table: string; data: number; indexes: number }[]> {
  await execute(`ANALYZE TABLE ${TABLES.join(", ")}`);
  return query(
    z.object({ table: z.string(), data: z.number(), indexes: z.number() }),
    `SELECT table_name AS \`table\`, data_length AS data, index_length AS indexes FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_name IN (?) ORDER BY table_name`,
    [TABLES],
  );
}

import type { Connection } from "mariadb";
import { z } from "zod";
import { query } from "../query";

/** One table as a backup sees it. Binary columns travel as base64, all others as the text that MySQL shows. */
export type BackupTable = {
  name: string;
  columns: readonly { name: string; binary: boolean }[];
  key: readonly string[];
};

const Column = z.object({ tbl: z.string(), name: z.string(), type: z.string() });
const KeyColumn = z.object({ tbl: z.string(), name: z.string() });

/** Leases live for seconds and belong to running processes; migrations are made again, not copied. */
const LEFT_OUT = new Set(["_prisma_migrations", "leases"]);

/** The tables of the connection's database that belong into a backup, by name. */
export async function listTables(connection: Connection): Promise<BackupTable[]> {
  const columns = await query(
    Column,
    `SELECT c.table_name AS tbl, c.column_name AS name, c.data_type AS type
     FROM information_schema.columns c
     JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
     WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
     ORDER BY c.table_name, c.ordinal_position`,
    [],
    connection,
  );
  const keys = await query(
    KeyColumn,
    `SELECT table_name AS tbl, column_name AS name FROM information_schema.statistics
     WHERE table_schema = DATABASE() AND index_name = 'PRIMARY' ORDER BY table_name, seq_in_index`,
    [],
    connection,
  );
  const names = [...new Set(columns.map(({ tbl }) => tbl))].filter((name) => !LEFT_OUT.has(name));
  return names.map((name) => ({
    name,
    columns: columns
      .filter(({ tbl }) => tbl === name)
      .map((column) => ({ name: column.name, binary: /blob|binary/i.test(column.type) })),
    key: keys.filter(({ tbl }) => tbl === name).map((column) => column.name),
  }));
}

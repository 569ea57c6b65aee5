import type { Connection } from "mariadb";
import { z } from "zod";
import { ROW_SOURCES } from "@/lib/model/source";
import { query } from "../query";
import type { Entity } from "./entity";
import type { RowContent } from "./source-view";

/** A whole stored row, and one that is about to be written. */
export type Row = RowContent & {
  key: string;
  runId: string | null;
  payloadId: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

const OwnColumns = z.object({
  own_key: z.string(),
  source: z.enum(ROW_SOURCES),
  source_differences: z.string().nullable(),
  manual_columns: z.string(),
  run_id: z.string().nullable(),
  payload_id: z.string().nullable(),
  version: z.number(),
  created_at: z.date(),
  updated_at: z.date(),
});
const Said = z.union([z.string(), z.number()]).nullable();
const Differences = z.record(z.string(), Said);

/** The stored rows of these keys, locked in key order so that two writers of the same rows wait instead of deadlocking. */
export async function readRows<Rec>(
  connection: Connection,
  entity: Entity<Rec>,
  keys: readonly string[],
): Promise<Map<string, Row>> {
  const names = entity.columns.map(({ name }) => name);
  const rows = await query(
    OwnColumns.catchall(Said),
    `SELECT ${entity.keyColumn} AS own_key, ${names.join(", ")}, source, source_differences, manual_columns, run_id,
       payload_id, version, created_at, updated_at
     FROM ${entity.table} WHERE ${entity.keyColumn} IN (${keys.map(() => "?").join(", ")})
     ORDER BY ${entity.keyColumn} FOR UPDATE`,
    keys,
    connection,
  );
  return new Map(
    rows.map((row) => [
      row.own_key,
      {
        key: row.own_key,
        cells: Object.fromEntries(names.map((name) => [name, row[name] ?? null])),
        source: row.source,
        manual: row.manual_columns.split(" ").filter((name) => names.includes(name)),
        differences: readDifferences(row.source_differences),
        runId: row.run_id,
        payloadId: row.payload_id,
        version: row.version,
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      },
    ]),
  );
}

/** What stands in `source_differences`, by column. */
export const readDifferences = (json: string | null): z.infer<typeof Differences> =>
  json === null ? {} : Differences.parse(JSON.parse(json));

import type { Connection } from "mariadb";
import type { RowSource } from "@/lib/model/source";
import { insertRows } from "./insert-rows";
import type { Entity } from "./upsert/entity";

/** Adds these records as rows of `source` that no run wrote; a row that is there meanwhile stays as it is. */
export async function insertMissing<Rec>(
  connection: Connection,
  entity: Entity<Rec>,
  {
    records,
    source,
    now,
  }: {
    records: readonly Rec[];
    source: Extract<RowSource, "stub" | "sample" | "open_data">;
    now: Date;
  },
): Promise<void> {
  await insertRows(connection, {
    table: entity.table,
    columns: [
      entity.keyColumn,
      ...entity.columns.map(({ name }) => name),
      "source",
      "created_at",
      "updated_at",
    ],
    rows: records.map((record) => [
      entity.keyOf(record),
      ...entity.columns.map(({ read, nothing }) => read(record) ?? nothing),
      source,
      now,
      now,
    ]),
    onDuplicate: `${entity.keyColumn} = ${entity.keyColumn}`,
  });
}

import type { Connection } from "mariadb";
import { insertRows, takeNew, type Value } from "../insert-rows";
import type { Cell, Cells, Entity } from "./entity";
import type { Row } from "./read-rows";

const OWN_COLUMNS = [
  "source",
  "source_differences",
  "manual_columns",
  "run_id",
  "payload_id",
  "version",
  "updated_at",
] as const;

/**
 * Writes rows as they are to be, over those of the same keys, which the caller has locked. With `onlyNew` a row that is there
 * is the driver's error 1062.
 */
export async function writeRows<Rec>(
  connection: Connection,
  entity: Entity<Rec>,
  rows: readonly Row[],
  { onlyNew = false } = {},
): Promise<void> {
  const names = entity.columns.map(({ name }) => name);
  const changing = [...names, ...OWN_COLUMNS];
  await insertRows(connection, {
    table: entity.table,
    columns: [entity.keyColumn, "created_at", ...changing],
    rows: rows.map((row): Value[] => [
      row.key,
      row.createdAt,
      ...names.map((name): Cell => row.cells[name] ?? null),
      row.source,
      toJson(row.differences),
      row.manual.join(" "),
      row.runId,
      row.payloadId,
      row.version,
      row.updatedAt,
    ]),
    ...(onlyNew ? {} : { onDuplicate: takeNew(changing) }),
  });
}

const toJson = (differences: Cells): string | null =>
  Object.keys(differences).length > 0 ? JSON.stringify(differences) : null;

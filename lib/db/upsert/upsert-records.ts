import type { Connection } from "mariadb";
import type { RowSource } from "@/lib/model/source";
import { insertRows, takeNew, type Value } from "../insert-rows";
import type { Cell, Cells, Entity } from "./entity";
import { mergeRow } from "./merge-row";
import { type Row, readRows } from "./read-rows";

/** Rows locked and written together. */
const BATCH = 1000;

export type UpsertCounts = { inserted: number; updated: number; unchanged: number };

export type RecordBatch<Rec> = {
  source: RowSource;
  runId: string;
  /** The database's clock. */
  now: Date;
  records: readonly { record: Rec; payloadId: string }[];
};

type Incoming = { key: string; cells: Cells; payloadId: string };

/**
 * Brings the table to what `batch` says, in the transaction of `connection`: reads the rows locked in key order, compares,
 * and writes only what changes. Each count is raised where a row is decided. Throws when a key comes twice or is no code.
 */
export async function upsertRecords<Rec>(
  connection: Connection,
  entity: Entity<Rec>,
  batch: RecordBatch<Rec>,
): Promise<UpsertCounts> {
  const incoming = inKeyOrder(entity, batch.records);
  const counts: UpsertCounts = { inserted: 0, updated: 0, unchanged: 0 };
  for (let from = 0; from < incoming.length; from += BATCH) {
    const part = incoming.slice(from, from + BATCH);
    const stored = await readRows(
      connection,
      entity,
      part.map(({ key }) => key),
    );
    const rows: Row[] = [];
    for (const said of part) {
      const { kind, row } = decide(entity, batch, said, stored.get(said.key));
      counts[kind] += 1;
      if (row) rows.push(row);
    }
    await writeRows(connection, entity, rows);
  }
  return counts;
}

function inKeyOrder<Rec>(
  entity: Entity<Rec>,
  records: RecordBatch<Rec>["records"],
): readonly Incoming[] {
  const byKey = new Map<string, Incoming>();
  for (const { record, payloadId } of records) {
    const key = entity.keyOf(record);
    if (byKey.has(key)) throw new Error(`${entity.table}: ${key} comes twice in one batch`);
    if (!/^[A-Z0-9]+$/.test(key)) throw new Error(`${entity.table}: "${key}" is no code`);
    const cells = Object.fromEntries(
      entity.columns.map((column) => [column.name, column.read(record)] as const),
    );
    byKey.set(key, { key, cells, payloadId });
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function decide<Rec>(
  entity: Entity<Rec>,
  batch: RecordBatch<Rec>,
  said: Incoming,
  stored: Row | undefined,
): { kind: keyof UpsertCounts; row: Row | null } {
  const verdict = mergeRow(entity, stored, said.cells, batch.source);
  if (verdict.kind !== "unchanged") {
    const row: Row = {
      key: said.key,
      cells: verdict.cells,
      source: batch.source,
      differences: null,
      runId: batch.runId,
      payloadId: said.payloadId,
      version: (stored?.version ?? 0) + 1,
      createdAt: stored?.createdAt ?? batch.now,
      updatedAt: batch.now,
    };
    return { kind: verdict.kind, row };
  }
  if (!stored || verdict.differences === stored.differences)
    return { kind: "unchanged", row: null };
  // The values are the same, but what readers are shown beside them is not: that is a new version of the same edit.
  const row = { ...stored, differences: verdict.differences, version: stored.version + 1 };
  return { kind: "unchanged", row };
}

async function writeRows<Rec>(
  connection: Connection,
  entity: Entity<Rec>,
  rows: readonly Row[],
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
      row.differences,
      row.runId,
      row.payloadId,
      row.version,
      row.updatedAt,
    ]),
    onDuplicate: takeNew(changing),
  });
}

const OWN_COLUMNS = [
  "source",
  "source_differences",
  "run_id",
  "payload_id",
  "version",
  "updated_at",
] as const;

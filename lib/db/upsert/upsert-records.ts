import type { Connection } from "mariadb";
import type { SayingSource } from "@/lib/model/source";
import type { Cells, Entity } from "./entity";
import { mergeRow } from "./merge-row";
import { type Row, readRows } from "./read-rows";
import { saysSame } from "./source-view";
import { writeRows } from "./write-rows";

/** Rows locked and written together. */
const BATCH = 1000;

export type UpsertCounts = { inserted: number; updated: number; unchanged: number };

export type RecordBatch<Rec> = {
  source: SayingSource;
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
  const { kind, content } = mergeRow(entity, stored, said.cells, batch.source);
  if (stored && kind === "unchanged") {
    // The values are the same, but what readers are shown beside them may not be: that is a new version of the same edit.
    const row = { ...stored, ...content, version: stored.version + 1 };
    return { kind, row: saysSame(stored, content) ? null : row };
  }
  const row: Row = {
    ...content,
    key: said.key,
    runId: batch.runId,
    payloadId: said.payloadId,
    version: (stored?.version ?? 0) + 1,
    createdAt: stored?.createdAt ?? batch.now,
    updatedAt: batch.now,
  };
  return { kind, row };
}

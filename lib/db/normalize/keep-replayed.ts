import type { Connection } from "mariadb";
import { z } from "zod";
import type { Reject } from "@/lib/model/reject";
import type { ReferenceStream } from "@/lib/model/stream";
import { bumpDataVersion } from "../data-version";
import { databaseNow } from "../database-now";
import { writeRejects } from "../ledger/write-rejects";
import { query } from "../query";
import { transaction } from "../transaction";
import { entities } from "../upsert/entities";
import type { Entity } from "../upsert/entity";
import { upsertRecords } from "../upsert/upsert-records";
import { markResolved } from "./resolve-rejects";

/** What reading a window of a list again made of its rejects. */
export type Replayed = {
  runId: string;
  /** When each answer was received. */
  receivedAt: ReadonlyMap<string, Date>;
  /** Records now, with the reject that each was. */
  records: readonly { record: unknown; payloadId: string; rejectId: number }[];
  /** Rejects still, with the row of before. */
  still: readonly (Reject & { payloadId: string; before: { id: number; rule: string } })[];
};

/**
 * Keeps records that were rejected and resolves their rejects, in one transaction. A row that was written since the answer came
 * is newer and stays. One that is rejected by another rule now becomes a reject of that rule.
 */
export async function keepReplayed(
  stream: ReferenceStream,
  { runId, receivedAt, records, still }: Replayed,
): Promise<void> {
  // Each stream's records go with its entity; which one it is does not matter here.
  const entity = entities[stream] as Entity<unknown>;
  await transaction(async (connection) => {
    const now = await databaseNow(connection);
    const written = await findWritten(connection, entity, records);
    const wanted = records.filter(({ record, payloadId }) => {
      const received = receivedAt.get(payloadId) ?? now;
      const since = written.get(entity.keyOf(record));
      return since === undefined || since < received;
    });
    await upsertRecords(connection, entity, { source: "lufthansa", runId, now, records: wanted });
    const renamed = still.filter(({ rule, before }) => rule !== before.rule);
    await writeRejects(connection, { runId, stream, now }, renamed);
    const resolved = [
      ...records.map(({ rejectId }) => rejectId),
      ...renamed.map(({ before }) => before.id),
    ];
    await markResolved(connection, resolved, now);
    await bumpDataVersion(connection);
  });
}

/** When what Lufthansa says was written, of these records that have a row of it. */
async function findWritten(
  connection: Connection,
  { table, keyColumn, keyOf }: Entity<unknown>,
  records: Replayed["records"],
): Promise<Map<string, Date>> {
  if (records.length === 0) return new Map();
  const rows = await query(
    z.object({ code: z.string(), updated_at: z.date() }),
    `SELECT ${keyColumn} AS code, updated_at FROM ${table}
     WHERE ${keyColumn} IN (?) AND source IN ('lufthansa', 'manual') FOR UPDATE`,
    [records.map(({ record }) => keyOf(record))],
    connection,
  );
  return new Map(rows.map(({ code, updated_at }) => [code, updated_at]));
}

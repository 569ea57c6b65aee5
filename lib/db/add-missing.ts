import type { RowSource } from "@/lib/model/source";
import { bumpDataVersion } from "./data-version";
import { insertMissing } from "./insert-missing";
import { transaction } from "./transaction";
import { entities, type RecordByStream } from "./upsert/entities";
import type { Entity } from "./upsert/entity";
import { readRows } from "./upsert/read-rows";

/**
 * Adds records that have no row yet, as rows of `source` that no run wrote, and returns how many. A row that is there is
 * left as it is, whoever it comes from. Throws `database_unavailable`.
 */
export async function addMissing<Stream extends keyof RecordByStream>(
  stream: Stream,
  records: readonly RecordByStream[Stream][],
  source: Extract<RowSource, "sample" | "open_data">,
  now = new Date(),
): Promise<number> {
  const entity: Entity<RecordByStream[Stream]> = entities[stream];
  return transaction(async (connection) => {
    const stored = await readRows(connection, entity, records.map(entity.keyOf));
    const missing = records.filter((record) => !stored.has(entity.keyOf(record)));
    if (missing.length === 0) return 0;
    await insertMissing(connection, entity, { records: missing, source, now });
    await bumpDataVersion(connection);
    return missing.length;
  });
}

import type { ReferenceStream } from "@/lib/model/stream";
import type { Ledger } from "@/lib/sync/ports";
import { entities, type RecordByStream } from "../upsert/entities";
import type { Entity } from "../upsert/entity";
import { upsertRecords } from "../upsert/upsert-records";
import { type LedgerWorker, ledgerOf } from "./ledger-of";

/** The ledger of one reference list, as one worker uses it. */
export function createLedger<Stream extends ReferenceStream>(
  worker: LedgerWorker<Stream>,
): Ledger<RecordByStream[Stream]> {
  const entity: Entity<RecordByStream[Stream]> = entities[worker.stream];
  return ledgerOf(worker, async (connection, origin, windows) => {
    const counts = [];
    for (const { loaded } of windows) {
      const { records } = loaded;
      counts.push(
        await upsertRecords(connection, entity, { ...origin, source: "lufthansa", records }),
      );
    }
    return counts;
  });
}

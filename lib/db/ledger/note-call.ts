import type { PayloadStoreKind } from "@/lib/raw/payload-store";
import type { Ledger, LedgerWindow } from "@/lib/sync/ports";
import { bumpDataVersion } from "../data-version";
import { execute } from "../execute";
import { transaction } from "../transaction";
import { LEASE_END } from "./lease";

type Call = Parameters<Ledger<unknown>["noteCall"]>[1];

/** Remembers a call of this window and, where it was answered, which payload came of it. Renews the lease if it still holds. */
export function noteCall(
  worker: { owner: string; store: PayloadStoreKind },
  window: LedgerWindow,
  call: Call,
): Promise<void> {
  return transaction(async (connection) => {
    await execute(
      `UPDATE sync_runs r JOIN sync_windows w ON w.run_id = r.id
       SET w.calls = w.calls + 1, w.bytes = w.bytes + ?,
         r.lease_until = IF(r.lease_owner = ?, ${LEASE_END}, r.lease_until)
       WHERE w.id = ?`,
      [call?.bytes ?? 0, worker.owner, window.id],
      connection,
    );
    if (!call) return;
    await execute(
      `INSERT INTO window_payloads (payload_id, window_id, store, status, hash, noted_at)
       VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3))`,
      [call.payloadId, window.id, worker.store, call.status, call.hash],
      connection,
    );
    // Readers see how many answers are kept.
    await bumpDataVersion(connection);
  });
}

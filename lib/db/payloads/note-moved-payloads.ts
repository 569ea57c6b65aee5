import { execute } from "@/lib/db/execute";
import type { PayloadStoreKind } from "@/lib/raw/payload-store";

/** Writes into the ledger that these answers are kept in `kind` now. Returns how many rows said otherwise before. */
export async function noteMovedPayloads(
  ids: readonly string[],
  kind: PayloadStoreKind,
): Promise<number> {
  if (ids.length === 0) return 0;
  const { affectedRows } = await execute(
    "UPDATE window_payloads SET store = ? WHERE payload_id IN (?) AND store <> ?",
    [kind, ids, kind],
  );
  return affectedRows;
}

import type { PayloadStoreKind } from "@/lib/raw/payload-store";
import { bumpDataVersion } from "../data-version";
import { execute } from "../execute";
import { transaction } from "../transaction";

/** Notes an answer as one of a window, without a call. One that belongs to a window already stays with it. */
export async function noteImportedAnswer(
  window: { id: number },
  answer: { payloadId: string; status: number; hash: string; store: PayloadStoreKind },
): Promise<void> {
  await transaction(async (connection) => {
    await execute(
      `INSERT INTO window_payloads (payload_id, window_id, store, status, hash, noted_at)
       VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3)) ON DUPLICATE KEY UPDATE payload_id = payload_id`,
      [answer.payloadId, window.id, answer.store, answer.status, answer.hash],
      connection,
    );
    await bumpDataVersion(connection);
  });
}

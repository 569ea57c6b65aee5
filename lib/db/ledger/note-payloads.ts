import type { Connection } from "mariadb";
import type { PayloadStoreKind } from "@/lib/raw/payload-store";
import type { LedgerWindow } from "@/lib/sync/ports";
import { execute } from "../execute";
import { insertRows } from "../insert-rows";

/** An answer that a window is made of; `hash` names its body in the raw store. */
export type NotedPayload = { payloadId: string; status: number; hash: string; bytes: number };

/** Notes which answers these windows are made of. No call was made for them, so none is counted. */
export async function notePayloads(
  connection: Connection,
  { store, now }: { store: PayloadStoreKind; now: Date },
  windows: readonly { window: LedgerWindow; payloads: readonly NotedPayload[] }[],
): Promise<void> {
  const noted = windows.filter(({ payloads }) => payloads.length > 0);
  if (noted.length === 0) return;
  await insertRows(connection, {
    table: "window_payloads",
    columns: ["payload_id", "window_id", "store", "status", "hash", "noted_at"],
    rows: noted.flatMap(({ window, payloads }) =>
      payloads.map(({ payloadId, status, hash }) => [
        payloadId,
        window.id,
        store,
        status,
        hash,
        now,
      ]),
    ),
    onDuplicate: "payload_id = payload_id",
  });
  const bytes = noted.flatMap(({ window, payloads }) => [
    window.id,
    payloads.reduce((sum, payload) => sum + payload.bytes, 0),
  ]);
  await execute(
    `UPDATE sync_windows SET bytes = CASE id ${noted.map(() => "WHEN ? THEN ?").join(" ")} ELSE bytes END
     WHERE id IN (?)`,
    [...bytes, noted.map(({ window }) => window.id)],
    connection,
  );
}

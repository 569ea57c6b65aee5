import type { Connection } from "mariadb";
import type { LoadedWindow } from "@/lib/sync/ports";
import { fitText } from "../fit-text";
import { insertRows } from "../insert-rows";
import type { WindowOrigin } from "./window-origin";

/** Counts ways in which the answers differ from the known shape, one row a way, with the newest example. */
export async function writeDrift(
  connection: Connection,
  { stream, now }: WindowOrigin,
  drift: LoadedWindow<unknown>["drift"],
): Promise<void> {
  await insertRows(connection, {
    table: "drift",
    columns: [
      "stream",
      "kind",
      "path",
      "found",
      "payload_id",
      "seen_count",
      "first_seen_at",
      "last_seen_at",
    ],
    rows: drift.map(({ kind, path, found, payloadId, count }) => [
      stream,
      kind,
      fitText(path, 200),
      fitText(found, 100),
      payloadId,
      count,
      now,
      now,
    ]),
    onDuplicate:
      "seen_count = seen_count + VALUES(seen_count), payload_id = VALUES(payload_id), last_seen_at = VALUES(last_seen_at)",
  });
}

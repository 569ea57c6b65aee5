import type { Connection } from "mariadb";
import type { LoadedWindow } from "@/lib/sync/ports";
import { execute } from "../execute";
import { insertRows, takeNew } from "../insert-rows";
import type { WindowOrigin } from "./window-origin";

const SEEN = ["status", "payload_id", "run_id", "last_seen_at", "healed_at"] as const;

/** Remembers list positions that could not be read, and those that can be again. Returns how many could not. */
export async function writePositions(
  connection: Connection,
  { runId, stream, now }: WindowOrigin,
  { unreadable, healed }: Pick<LoadedWindow<unknown>, "unreadable" | "healed">,
): Promise<number> {
  await insertRows(connection, {
    table: "unreadable_positions",
    columns: ["stream", "position", "first_seen_at", ...SEEN],
    rows: unreadable.map(({ position, status, payloadId }) => [
      stream,
      position,
      now,
      status,
      payloadId,
      runId,
      now,
      null,
    ]),
    onDuplicate: takeNew(SEEN),
  });
  if (healed.length > 0) {
    await execute(
      `UPDATE unreadable_positions SET healed_at = ?
       WHERE stream = ? AND healed_at IS NULL AND position IN (${healed.map(() => "?").join(", ")})`,
      [now, stream, ...healed],
      connection,
    );
  }
  return unreadable.length;
}

import type { Run } from "@/lib/contract/sync";
import { execute } from "../execute";
import { transaction } from "../transaction";
import { closeRun } from "./close-run";
import { getRun } from "./get-run";
import { lockOpenRun } from "./lock-open-run";

/**
 * Cancels a run: one that nobody works on (queued, paused, waiting for the quota, or left by its worker) is closed at once, a running one is told
 * by a flag that its worker reads before each window. Throws `not_found`, and `conflict` when the run has ended.
 */
export async function cancelRun(id: string): Promise<Run> {
  await transaction(async (connection) => {
    const { idle, begun } = await lockOpenRun(connection, id);
    await execute(
      "UPDATE sync_runs SET cancel_requested_at = COALESCE(cancel_requested_at, UTC_TIMESTAMP(3)) WHERE id = ?",
      [id],
      connection,
    );
    if (!idle) return;
    const message = begun
      ? "Cancelled while nobody worked on it. What had been answered is kept."
      : "Cancelled before it began.";
    await closeRun(connection, id, { status: "cancelled", message });
  });
  return getRun(id);
}

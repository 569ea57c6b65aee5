import type { Run } from "@/lib/contract/sync";
import type { Actor } from "@/lib/model/actor";
import { execute } from "../execute";
import { transaction } from "../transaction";
import { auditRun } from "./audit-run";
import { closeRun } from "./close-run";
import { getRun } from "./get-run";
import { lockOpenRun } from "./lock-open-run";

/**
 * Cancels a run: one that nobody works on (queued, paused, waiting for the quota, or left by its worker) is closed at once, a running one is told
 * by a flag that its worker reads before each window. Throws `not_found`, and `conflict` when the run has ended.
 */
export async function cancelRun(id: string, actor: Actor | null = null): Promise<Run> {
  await transaction(async (connection) => {
    const run = await lockOpenRun(connection, id);
    const { idle, begun } = run;
    await execute(
      "UPDATE sync_runs SET cancel_requested_at = COALESCE(cancel_requested_at, UTC_TIMESTAMP(3)) WHERE id = ?",
      [id],
      connection,
    );
    const after = { cancel_requested: true, ...(idle ? { status: "cancelled" as const } : {}) };
    await auditRun(connection, actor, { id, action: "cancelRun", run, after });
    if (!idle) return;
    const message = begun
      ? "Cancelled while nobody worked on it. What had been answered is kept."
      : "Cancelled before it began.";
    await closeRun(connection, id, { status: "cancelled", message });
  });
  return getRun(id);
}

import { execute } from "../execute";
import { transaction } from "../transaction";
import { lockRun } from "./lease";

/**
 * Gives the lease of a run back and queues the run again, with its plan and all that it has: it makes way for another one,
 * or a person paused it. Throws `conflict` when the lease is lost.
 */
export function releaseRun(runId: string, owner: string): Promise<void> {
  return transaction(async (connection) => {
    const { open } = await lockRun(connection, runId, owner);
    if (!open) return;
    await execute(
      `UPDATE sync_runs SET status = 'queued', lease_owner = NULL, lease_until = NULL, waiting_until = NULL
       WHERE id = ?`,
      [runId],
      connection,
    );
  });
}

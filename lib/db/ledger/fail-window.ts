import { execute } from "../execute";
import { fitText } from "../fit-text";
import { transaction } from "../transaction";
import { LEASE_END, lockRun } from "./lease";

/** Marks the half-done window of a run failed, with what happened. Throws `conflict` when the lease is lost. */
export function failWindow(runId: string, owner: string, message: string): Promise<void> {
  return transaction(async (connection) => {
    const { open } = await lockRun(connection, runId, owner);
    if (!open) return;
    await execute(
      `UPDATE sync_runs r JOIN sync_windows w ON w.run_id = r.id
       SET w.state = 'failed', w.message = ?, w.finished_at = UTC_TIMESTAMP(3), r.lease_until = ${LEASE_END}
       WHERE r.id = ? AND w.state = 'running'`,
      [fitText(message, 1000), runId],
      connection,
    );
  });
}

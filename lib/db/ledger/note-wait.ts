import { execute } from "../execute";
import { transaction } from "../transaction";
import { LEASE_END, lockRun } from "./lease";

/** Notes that a run sleeps until then, so that nobody takes it up before. Renews the lease. Throws `conflict` when it is lost. */
export function noteWait(runId: string, owner: string, until: Date): Promise<void> {
  return transaction(async (connection) => {
    const { open } = await lockRun(connection, runId, owner);
    if (!open) return;
    await execute(
      `UPDATE sync_runs SET waiting_until = ?, lease_until = ${LEASE_END} WHERE id = ?`,
      [until, runId],
      connection,
    );
  });
}

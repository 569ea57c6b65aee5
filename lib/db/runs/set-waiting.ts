import { execute } from "../execute";

/** Notes that a running run waits for the quota until then, or with null that it goes on. */
export async function setWaiting(runId: string, until: Date | null): Promise<void> {
  await execute("UPDATE sync_runs SET waiting_until = ? WHERE id = ? AND status = 'running'", [
    until,
    runId,
  ]);
}

import type { Run } from "@/lib/contract/sync";
import type { Actor } from "@/lib/model/actor";
import { execute } from "../execute";
import { transaction } from "../transaction";
import { auditRun } from "./audit-run";
import { getRun } from "./get-run";
import { lockOpenRun } from "./lock-open-run";

/**
 * Lets a paused run go on when its turn comes; one that is not paused stays as it is. Throws `not_found`, and `conflict` when
 * the run has ended.
 */
export async function resumeRun(id: string, actor: Actor | null = null): Promise<Run> {
  await transaction(async (connection) => {
    const run = await lockOpenRun(connection, id);
    await execute("UPDATE sync_runs SET paused_at = NULL WHERE id = ?", [id], connection);
    await auditRun(connection, actor, { id, action: "resumeRun", run, after: { paused: false } });
  });
  return getRun(id);
}

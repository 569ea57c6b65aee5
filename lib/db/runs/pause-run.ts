import type { Run } from "@/lib/contract/sync";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import { execute } from "../execute";
import { transaction } from "../transaction";
import { auditRun } from "./audit-run";
import { getRun } from "./get-run";
import { lockOpenRun } from "./lock-open-run";

/**
 * Lets a run rest: its worker finishes the window that it is at and gives the run back; nobody takes it up until it is
 * resumed. Its plan and all that it has stay. Throws `not_found`, and `conflict` when the run has ended,
 * is being cancelled, or is an import, which only its command can stop.
 */
export async function pauseRun(id: string, actor: Actor | null = null): Promise<Run> {
  await transaction(async (connection) => {
    const run = await lockOpenRun(connection, id);
    if (run.cancelRequested) {
      throw new AppError("conflict", "The run is being cancelled; it cannot rest any more.");
    }
    if (run.task === "import") {
      throw new AppError(
        "conflict",
        "An import is worked on by the command that reads the files: stop it there, and start it again to go on.",
      );
    }
    await execute(
      "UPDATE sync_runs SET paused_at = COALESCE(paused_at, UTC_TIMESTAMP(3)) WHERE id = ?",
      [id],
      connection,
    );
    await auditRun(connection, actor, { id, action: "pauseRun", run, after: { paused: true } });
  });
  return getRun(id);
}

import { z } from "zod";
import type { Run } from "@/lib/contract/sync";
import { AppError } from "@/lib/errors";
import { RUN_STATUSES } from "@/lib/model/run";
import { execute } from "../execute";
import { query } from "../query";
import { transaction } from "../transaction";
import { closeRun } from "./close-run";
import { getRun, noSuchRun } from "./get-run";
import { isOpen } from "./run-row";

const Cancellable = z.object({ status: z.enum(RUN_STATUSES), waits: z.number() });

/**
 * Cancels a run: one that nobody works on (queued, or waiting for the quota) is closed at once, a running one is told by a
 * flag that its worker reads before each window. Throws `not_found`, and `conflict` when the run has ended.
 */
export async function cancelRun(id: string): Promise<Run> {
  await transaction(async (connection) => {
    const [run] = await query(
      Cancellable,
      `SELECT status, COALESCE(waiting_until > UTC_TIMESTAMP(3), 0) AS waits
       FROM sync_runs WHERE id = ? FOR UPDATE`,
      [id],
      connection,
    );
    if (!run) throw noSuchRun(id);
    if (!isOpen(run.status)) {
      throw new AppError("conflict", `The run has ended already (${run.status}); nothing changed.`);
    }
    await execute(
      "UPDATE sync_runs SET cancel_requested_at = COALESCE(cancel_requested_at, UTC_TIMESTAMP(3)) WHERE id = ?",
      [id],
      connection,
    );
    if (run.status === "queued" || run.waits === 1) {
      const message =
        run.status === "queued"
          ? "Cancelled before it began."
          : "Cancelled while it waited for the quota. What had been answered is kept.";
      await closeRun(connection, id, { status: "cancelled", message });
    }
  });
  return getRun(id);
}

import type { Connection } from "mariadb";
import type { RunStatus } from "@/lib/model/run";
import { noteUnanswered } from "../coverage/note-unanswered";
import { bumpDataVersion } from "../data-version";
import { execute } from "../execute";
import { fitText } from "../fit-text";

const MESSAGE_WIDTH = 1000;

/**
 * Ends a run whose row is locked: windows that were not answered become cancelled, the lease is given back. Where the end
 * has nothing to say, what the plan said stays.
 */
export async function closeRun(
  connection: Connection,
  runId: string,
  end: { status: RunStatus; message: string | null },
): Promise<void> {
  await execute(
    `UPDATE sync_windows SET state = 'cancelled', finished_at = UTC_TIMESTAMP(3)
     WHERE run_id = ? AND state IN ('planned', 'running')`,
    [runId],
    connection,
  );
  await noteUnanswered(connection, runId);
  await execute(
    `UPDATE sync_runs SET status = ?, message = COALESCE(?, message), finished_at = UTC_TIMESTAMP(3), lease_owner = NULL,
       lease_until = NULL, waiting_until = NULL WHERE id = ?`,
    [end.status, end.message && fitText(end.message, MESSAGE_WIDTH), runId],
    connection,
  );
  await bumpDataVersion(connection);
}

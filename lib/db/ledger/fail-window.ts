import { z } from "zod";
import { noteUnanswered } from "../coverage/note-unanswered";
import { execute } from "../execute";
import { fitText } from "../fit-text";
import { query } from "../query";
import { transaction } from "../transaction";
import { LEASE_END, lockRun } from "./lease";

/**
 * Marks the half-done window of a run failed, with what happened, and returns which it was: the one that failed last where
 * none is half-done (a step that is repeated), null before any. Throws `conflict` when the lease is lost.
 */
export function failWindow(
  runId: string,
  owner: string,
  message: string,
): Promise<{ scope: string; key: string } | null> {
  return transaction(async (connection) => {
    const { open } = await lockRun(connection, runId, owner);
    if (open) {
      await execute(
        `UPDATE sync_runs r JOIN sync_windows w ON w.run_id = r.id
         SET w.state = 'failed', w.message = ?, w.finished_at = UTC_TIMESTAMP(3), r.lease_until = ${LEASE_END}
         WHERE r.id = ? AND w.state = 'running'`,
        [fitText(message, 1000), runId],
        connection,
      );
      await noteUnanswered(connection, runId);
    }
    const [failed] = await query(
      z.object({ scope: z.string(), window_key: z.string() }),
      `SELECT scope, window_key FROM sync_windows WHERE run_id = ? AND state = 'failed'
       ORDER BY finished_at DESC, position DESC LIMIT 1`,
      [runId],
      connection,
    );
    return failed ? { scope: failed.scope, key: failed.window_key } : null;
  });
}

import type { LedgerWindow } from "@/lib/sync/ports";
import { execute } from "../execute";
import { query } from "../query";
import { transaction } from "../transaction";
import { LEASE_END, lockRun } from "./lease";
import { toLedgerWindow, WINDOW_COLUMNS, WindowRow } from "./window-row";

/**
 * The window to work on now, marked running: one that was left half-done, else the next planned one; null when the run has
 * none left or has ended. Renews the lease. Throws `conflict` when the lease is lost.
 */
export function nextWindow(runId: string, owner: string): Promise<LedgerWindow | null> {
  return transaction(async (connection) => {
    const { open } = await lockRun(connection, runId, owner);
    if (!open) return null;
    const [row] = await query(
      WindowRow,
      `SELECT ${WINDOW_COLUMNS} FROM sync_windows WHERE run_id = ? AND state IN ('planned', 'running')
       ORDER BY state = 'running' DESC, position LIMIT 1 FOR UPDATE`,
      [runId],
      connection,
    );
    await execute(
      `UPDATE sync_runs SET lease_until = ${LEASE_END}, waiting_until = NULL WHERE id = ?`,
      [runId],
      connection,
    );
    if (!row) return null;
    await execute(
      "UPDATE sync_windows SET state = 'running', attempts = attempts + 1, asked_at = UTC_TIMESTAMP(3) WHERE id = ?",
      [row.id],
      connection,
    );
    return toLedgerWindow(row);
  });
}

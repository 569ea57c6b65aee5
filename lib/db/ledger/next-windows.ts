import type { LedgerWindow } from "@/lib/sync/ports";
import { execute } from "../execute";
import { query } from "../query";
import { transaction } from "../transaction";
import { LEASE_END, lockRun } from "./lease";
import { toLedgerWindow, WINDOW_COLUMNS, WindowRow } from "./window-row";

/**
 * The next `limit` windows to work on, marked running: those that were left half-done, then planned ones; none when the run
 * has no more or has ended. Renews the lease. Throws `conflict` when the lease is lost.
 */
export function nextWindows(runId: string, owner: string, limit: number): Promise<LedgerWindow[]> {
  return transaction(async (connection) => {
    const { open } = await lockRun(connection, runId, owner);
    if (!open) return [];
    const rows = await query(
      WindowRow,
      `SELECT ${WINDOW_COLUMNS} FROM sync_windows WHERE run_id = ? AND state IN ('planned', 'running')
       ORDER BY state = 'running' DESC, position LIMIT ? FOR UPDATE`,
      [runId, limit],
      connection,
    );
    await execute(
      `UPDATE sync_runs SET lease_until = ${LEASE_END}, waiting_until = NULL WHERE id = ?`,
      [runId],
      connection,
    );
    if (rows.length === 0) return [];
    await execute(
      "UPDATE sync_windows SET state = 'running', attempts = attempts + 1, asked_at = UTC_TIMESTAMP(3) WHERE id IN (?)",
      [rows.map(({ id }) => id)],
      connection,
    );
    return rows.map(toLedgerWindow);
  });
}

import { z } from "zod";
import { query } from "../query";

/** Windows that a run finished in the last hour, and the seconds it took from asking the first of them until now. */
export type Pace = { windows: number; seconds: number };

const PaceRow = z.object({ run_id: z.string(), windows: z.number(), seconds: z.number() });

/**
 * The pace of each run that finished a window in the last hour. An hour holds one whole turn of the quota, so that waiting
 * for it is part of the pace.
 */
export async function findPaces(runIds: readonly string[]): Promise<Map<string, Pace>> {
  if (runIds.length === 0) return new Map();
  const rows = await query(
    PaceRow,
    `SELECT run_id, COUNT(*) AS windows,
       TIMESTAMPDIFF(MICROSECOND, MIN(asked_at), UTC_TIMESTAMP(3)) / 1000000 AS seconds
     FROM sync_windows
     WHERE run_id IN (${runIds.map(() => "?").join(", ")}) AND asked_at IS NOT NULL
       AND state NOT IN ('planned', 'running', 'cancelled') AND finished_at > UTC_TIMESTAMP(3) - INTERVAL 1 HOUR
     GROUP BY run_id`,
    runIds,
  );
  return new Map(rows.map(({ run_id, ...pace }) => [run_id, pace]));
}

import type { Connection } from "mariadb";
import { z } from "zod";
import { query } from "../query";

const WindowSums = z.object({
  windows_planned: z.number(),
  windows_done: z.number(),
  windows_failed: z.number(),
  api_calls: z.number(),
  bytes: z.number(),
  fetched: z.number(),
  inserted: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  unreadable: z.number(),
});
export type WindowSums = z.infer<typeof WindowSums>;

/** The sums of a run that has no window yet. */
export const NO_WINDOWS: WindowSums = {
  windows_planned: 0,
  windows_done: 0,
  windows_failed: 0,
  api_calls: 0,
  bytes: 0,
  fetched: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  unreadable: 0,
};

/** What the windows of these runs come to, in one statement. A run without windows is not in the answer. */
export async function sumWindows(
  runIds: readonly string[],
  connection?: Connection,
): Promise<Map<string, WindowSums>> {
  if (runIds.length === 0) return new Map();
  const rows = await query(
    WindowSums.extend({ run_id: z.string() }),
    `SELECT run_id, COUNT(*) AS windows_planned,
       SUM(state NOT IN ('planned', 'running', 'failed', 'cancelled')) AS windows_done,
       SUM(state = 'failed') AS windows_failed,
       SUM(calls) AS api_calls, SUM(bytes) AS bytes, SUM(fetched) AS fetched, SUM(inserted) AS inserted,
       SUM(updated) AS updated, SUM(unchanged) AS unchanged, SUM(rejected) AS rejected,
       SUM(unreadable) AS unreadable
     FROM sync_windows WHERE run_id IN (${runIds.map(() => "?").join(", ")}) GROUP BY run_id`,
    runIds,
    connection,
  );
  return new Map(rows.map(({ run_id, ...sums }) => [run_id, sums]));
}

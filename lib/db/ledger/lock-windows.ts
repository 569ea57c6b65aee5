import type { Connection } from "mariadb";
import { z } from "zod";
import { WINDOW_STATES } from "@/lib/model/run";
import type { LedgerWindow } from "@/lib/sync/ports";
import { query } from "../query";

const StoredWindow = z.object({
  state: z.enum(WINDOW_STATES),
  fetched: z.number(),
  inserted: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
});
export type StoredWindow = z.infer<typeof StoredWindow>;

/** How these windows of a run stand, by id, locked until the commit in the order of their ids. Windows of another run are left out. */
export async function lockWindows(
  connection: Connection,
  runId: string,
  windows: readonly LedgerWindow[],
): Promise<Map<number, StoredWindow>> {
  if (windows.length === 0) return new Map();
  const rows = await query(
    StoredWindow.extend({ id: z.number() }),
    `SELECT id, state, fetched, inserted, updated, unchanged, rejected
     FROM sync_windows WHERE id IN (?) AND run_id = ? ORDER BY id FOR UPDATE`,
    [windows.map(({ id }) => id), runId],
    connection,
  );
  return new Map(rows.map(({ id, ...stored }) => [id, stored]));
}

import { z } from "zod";
import type { StreamName } from "@/lib/model/stream";
import { query } from "../query";

/**
 * Whether all of this stream was asked for since then, however that ended: a whole list, or all that is tracked. Single codes
 * or routes, live rounds, imports and backfills are no such thing.
 */
export async function hasRunSince(stream: StreamName, since: Date): Promise<boolean> {
  const rows = await query(
    z.object({ id: z.string() }),
    `SELECT id FROM sync_runs
     WHERE stream = ? AND created_at >= ? AND task = 'collect'
       AND (scope = 'list' OR (scope LIKE 'flights tracked %' AND scope NOT LIKE '% live')) LIMIT 1`,
    [stream, since],
  );
  return rows.length > 0;
}

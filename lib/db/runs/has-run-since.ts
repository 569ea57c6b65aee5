import { z } from "zod";
import type { StreamName } from "@/lib/model/stream";
import { query } from "../query";

/** Whether this stream was asked for since then, live rounds, imports and backfills apart, however that ended. */
export async function hasRunSince(stream: StreamName, since: Date): Promise<boolean> {
  const rows = await query(
    z.object({ id: z.string() }),
    `SELECT id FROM sync_runs
     WHERE stream = ? AND created_at >= ? AND task = 'collect' AND scope NOT LIKE '% live' LIMIT 1`,
    [stream, since],
  );
  return rows.length > 0;
}

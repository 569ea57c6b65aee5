import { z } from "zod";
import type { StreamName } from "@/lib/model/stream";
import { query } from "../query";

/** Imports of this stream that were begun and not ended, but for `except` and for one that is only just being begun. */
export async function findOpenImports(stream: StreamName, except: string): Promise<string[]> {
  const rows = await query(
    z.object({ id: z.string() }),
    `SELECT id FROM sync_runs
     WHERE task = 'import' AND stream = ? AND id <> ? AND (status = 'running'
       OR (status = 'queued' AND created_at < UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE))`,
    [stream, except],
  );
  return rows.map(({ id }) => id);
}

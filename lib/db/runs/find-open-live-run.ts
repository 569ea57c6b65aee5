import { z } from "zod";
import type { StreamName } from "@/lib/model/stream";
import { query } from "../query";

/** Id of a live round of this stream that has not ended, of whatever airports; null when there is none. */
export async function findOpenLiveRun(stream: StreamName): Promise<string | null> {
  const [run] = await query(
    z.object({ id: z.string() }),
    `SELECT id FROM sync_runs
     WHERE stream = ? AND status IN ('queued', 'running') AND task = 'collect' AND scope LIKE 'flights % live'
     ORDER BY created_at LIMIT 1`,
    [stream],
  );
  return run?.id ?? null;
}

import { z } from "zod";
import { query } from "../query";

/**
 * Whether a run that goes before this one waits for the same worker: queued, or left by who waited for the quota; neither
 * paused nor waiting still. Rebuilding rows has a worker of its own, and an import is worked on by its command.
 */
export async function isOutranked(runId: string): Promise<boolean> {
  const [row] = await query(
    z.object({ outranked: z.number() }),
    `SELECT EXISTS (
       SELECT 1 FROM sync_runs other JOIN sync_runs mine ON mine.id = ?
       WHERE other.priority < mine.priority AND other.task <> 'import' AND other.paused_at IS NULL
         AND (other.task = 'normalize') = (mine.task = 'normalize')
         AND (other.status = 'queued' OR (other.status = 'running'
           AND other.waiting_until IS NOT NULL AND other.lease_until < UTC_TIMESTAMP(3)))
         AND (other.waiting_until IS NULL OR other.waiting_until <= UTC_TIMESTAMP(3))
     ) AS outranked`,
    [runId],
  );
  return row?.outranked === 1;
}

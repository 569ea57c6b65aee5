import { z } from "zod";
import type { RunTask } from "@/lib/model/run";
import { query } from "../query";

const Candidate = z.object({
  id: z.string(),
  lease_owner: z.string().nullable(),
  free: z.number(),
});

/**
 * Id of the run of these tasks to work on next, by priority, then age: a queued one, or one whose worker is gone (its lease
 * is over, or its owner is known to have left it). Runs that wait for the quota are not due, nor paused ones, unless somebody
 * must close them because they were cancelled. Null when there is nothing to do.
 */
export async function nextQueuedRun(wanted: {
  tasks: readonly RunTask[];
  isOwnerDead?: (owner: string) => boolean;
}): Promise<string | null> {
  const { tasks, isOwnerDead } = wanted;
  const candidates = await query(
    Candidate,
    `SELECT id, lease_owner,
       (status = 'queued' OR lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3)) AS free
     FROM sync_runs
     WHERE status IN ('queued', 'running') AND (paused_at IS NULL OR cancel_requested_at IS NOT NULL)
       AND task IN (${tasks.map(() => "?").join(", ")})
       AND (waiting_until IS NULL OR waiting_until <= UTC_TIMESTAMP(3))
     ORDER BY priority, created_at, id LIMIT 100`,
    tasks,
  );
  const due = candidates.find(
    ({ free, lease_owner }) => free === 1 || (lease_owner !== null && isOwnerDead?.(lease_owner)),
  );
  return due?.id ?? null;
}

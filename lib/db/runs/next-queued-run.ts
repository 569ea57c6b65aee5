import { z } from "zod";
import { query } from "../query";

const Candidate = z.object({
  id: z.string(),
  lease_owner: z.string().nullable(),
  free: z.number(),
});

/**
 * Id of the run to work on next, by priority, then age: a queued one, or one whose worker is gone (its lease is over, or its
 * owner is known to be dead). Runs that wait for the quota are not due. Null when there is nothing to do.
 */
export async function nextQueuedRun(
  options: { isOwnerDead?: (owner: string) => boolean } = {},
): Promise<string | null> {
  const candidates = await query(
    Candidate,
    `SELECT id, lease_owner,
       (status = 'queued' OR lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3)) AS free
     FROM sync_runs
     WHERE status IN ('queued', 'running') AND (waiting_until IS NULL OR waiting_until <= UTC_TIMESTAMP(3))
     ORDER BY priority, created_at, id LIMIT 100`,
  );
  const due = candidates.find(
    ({ free, lease_owner }) =>
      free === 1 || (lease_owner !== null && options.isOwnerDead?.(lease_owner)),
  );
  return due?.id ?? null;
}

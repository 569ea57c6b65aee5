import { eventType } from "inngest";
import { z } from "zod";

/** Which run to work on: to begin it, or to go on with it. */
const RunEvent = z.object({
  run_id: z.uuid(),
  /** Seconds that it may overtake others by in the server's queue (-600 to 600). */
  ahead_seconds: z.number().int().min(-600).max(600),
});

/** Collect something. */
export const syncRequested = eventType("sync/requested", { schema: RunEvent });

/** Collect a past or far span of days, with what other work leaves of the quota. */
export const backfillRequested = eventType("sync/backfill.requested", { schema: RunEvent });

/** Rebuild rows from the raw store. */
export const normalizeRequested = eventType("sync/normalize.requested", { schema: RunEvent });

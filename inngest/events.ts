import { eventType } from "inngest";
import { z } from "zod";

/** Work on this run: begin it, or go on with it. */
export const syncRequested = eventType("sync/requested", {
  schema: z.object({ run_id: z.uuid() }),
});

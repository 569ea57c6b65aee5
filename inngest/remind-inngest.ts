import { nextQueuedRun } from "@/lib/db/runs/next-queued-run";
import { log } from "@/lib/log";
import { inngest } from "./client";
import { syncRequested } from "./events";

const EVERY_MS = 30_000;

/** Sends the event of the next run that nobody works on again, and returns its id; null when there is none. */
export async function remindOnce(): Promise<string | null> {
  const runId = await nextQueuedRun();
  if (runId) await inngest.send(syncRequested.create({ run_id: runId }));
  return runId;
}

/**
 * Reminds the Inngest server of runs whose event was lost: an event that comes before our functions are registered,
 * as at a first start, starts nothing. A reminder too many does no harm, since a run has one worker at a time.
 */
export function remindInngest(): void {
  const timer = setInterval(() => {
    remindOnce().catch((error: unknown) => log.warn({ error }, "Inngest could not be reminded"));
  }, EVERY_MS);
  timer.unref();
}

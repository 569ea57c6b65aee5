import { getRun } from "@/lib/db/runs/get-run";
import { nextQueuedRun } from "@/lib/db/runs/next-queued-run";
import { log } from "@/lib/log";
import { LANES } from "./lanes";
import { wakeWorker } from "./wake-worker";

const EVERY_MS = 30_000;

/** Sends the event of the next run that nobody works on again, one of each lane, and returns their ids. */
export async function remindOnce(): Promise<string[]> {
  const reminded: string[] = [];
  for (const tasks of LANES) {
    const runId = await nextQueuedRun({ tasks });
    if (!runId) continue;
    await wakeWorker(await getRun(runId));
    reminded.push(runId);
  }
  return reminded;
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

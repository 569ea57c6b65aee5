import type { GetStepTools } from "inngest";
import type { Step } from "@/lib/sync/ports";
import type { inngest } from "./client";
import { logFailure } from "./log-failure";

/**
 * The engine's steps as Inngest's: each result is remembered by the server, so work done is not done again. Inngest types
 * a result as what JSON makes of it; ours are JSON already, hence the one cast.
 */
export const durableStep = (step: GetStepTools<typeof inngest>, runId: string): Step => ({
  run: <T>(id: string, work: () => Promise<T>) =>
    step.run(id, logFailure(id, runId, work)) as Promise<T>,
  sleepUntil: (id, until) => step.sleepUntil(id, until),
});

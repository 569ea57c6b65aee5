import type { GetStepTools } from "inngest";
import type { StreamRunResult } from "@/lib/sync/run-stream";
import type { inngest } from "./client";
import { durableStep } from "./durable-step";
import { executeRun } from "./execute-run";
import { remindOnce } from "./remind-inngest";

/**
 * Works on one run as an Inngest function, and sees to what follows: `goOn` sends the successor that goes on with it, since
 * a function run has 1,000 steps at most; a run that ended, rests or made way begins the next one. Successors are the same
 * worker, so all of them hold the lease by the run's name.
 */
export async function workOnRun(work: {
  runId: string;
  step: GetStepTools<typeof inngest>;
  goOn: () => Promise<unknown>;
}): Promise<StreamRunResult> {
  const { runId, step, goOn } = work;
  const end = await executeRun({
    runId,
    owner: `inngest:${runId}`,
    step: durableStep(step, runId),
    yields: true,
  });
  if (end.kind === "continue") await goOn();
  else if (end.kind !== "not_ours") await step.run("remind of the next run", remindOnce);
  return end;
}

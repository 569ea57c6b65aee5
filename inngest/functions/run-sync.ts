import { inngest } from "../client";
import { durableStep } from "../durable-step";
import { syncRequested } from "../events";
import { executeRun } from "../execute-run";
import { remindOnce } from "../remind-inngest";

/**
 * Works on one run. Successors of a function run are the same worker, so all of them hold the lease by the run's name. One at a time for the key: there is one quota, and a second worker would only wait.
 */
export const runSync = inngest.createFunction(
  {
    id: "run-sync",
    retries: 3,
    concurrency: { limit: 1, key: '"lufthansa"' },
    triggers: [syncRequested],
  },
  async ({ event, step }) => {
    const id = event.data.run_id;
    const end = await executeRun({
      runId: id,
      owner: `inngest:${id}`,
      step: durableStep(step, id),
    });
    if (end.kind === "continue") {
      await step.sendEvent("send the successor", syncRequested.create({ run_id: id }));
    }
    // Events of a first round may have come before the functions were registered: a run that ends begins the next.
    if (end.kind === "finished") await step.run("remind of the next run", remindOnce);
    return end;
  },
);

import { inngest } from "../client";
import { syncRequested } from "../events";
import { LUFTHANSA_TURN } from "../lufthansa-turn";
import { workOnRun } from "../work-on-run";

/** Collects what one run asks for; live rounds go first. */
export const runSync = inngest.createFunction(
  {
    id: "run-sync",
    retries: 3,
    concurrency: LUFTHANSA_TURN,
    priority: { run: "event.data.ahead_seconds" },
    triggers: [syncRequested],
  },
  ({ event, step }) =>
    workOnRun({
      runId: event.data.run_id,
      step,
      goOn: () => step.sendEvent("send the successor", syncRequested.create(event.data)),
    }),
);

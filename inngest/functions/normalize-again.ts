import { inngest } from "../client";
import { normalizeRequested } from "../events";
import { workOnRun } from "../work-on-run";

/** Rebuilds rows from the raw store. It asks nobody, so it does not wait for the turn of those who do. */
export const normalizeAgain = inngest.createFunction(
  { id: "normalize-again", retries: 3, concurrency: { limit: 1 }, triggers: [normalizeRequested] },
  ({ event, step }) =>
    workOnRun({
      runId: event.data.run_id,
      step,
      goOn: () => step.sendEvent("send the successor", normalizeRequested.create(event.data)),
    }),
);

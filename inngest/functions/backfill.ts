import { inngest } from "../client";
import { backfillRequested } from "../events";
import { LUFTHANSA_TURN } from "../lufthansa-turn";
import { workOnRun } from "../work-on-run";

/** Collects a span of days with what other work leaves of the quota; it makes way for that after each window. */
export const backfill = inngest.createFunction(
  {
    id: "backfill",
    retries: 3,
    concurrency: LUFTHANSA_TURN,
    priority: { run: "event.data.ahead_seconds" },
    triggers: [backfillRequested],
  },
  ({ event, step }) =>
    workOnRun({
      runId: event.data.run_id,
      step,
      goOn: () => step.sendEvent("send the successor", backfillRequested.create(event.data)),
    }),
);

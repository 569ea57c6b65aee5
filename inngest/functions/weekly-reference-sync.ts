import { cron } from "inngest";
import { REFERENCE_STREAMS } from "@/lib/model/stream";
import { inngest } from "../client";
import { requestSync } from "../request-sync";
import { WEEKLY_REFERENCE_SYNC } from "../schedules";

/** Asks for every reference list anew, Sunday 02:00 UTC. */
export const weeklyReferenceSync = inngest.createFunction(
  { id: "weekly-reference-sync", retries: 3, triggers: [cron(WEEKLY_REFERENCE_SYNC)] },
  async ({ step }) => {
    const runs: string[] = [];
    for (const stream of REFERENCE_STREAMS) {
      const started = await step.run(`request ${stream}`, () =>
        requestSync({ stream, trigger: "schedule", requestedBy: null }),
      );
      runs.push(started.run_id);
    }
    return { runs };
  },
);

import { cron } from "inngest";
import { inngest } from "../client";
import { dailyFlightRuns } from "../daily-flight-runs";
import { requestSync } from "../request-sync";
import { DAILY_FLIGHT_SYNC } from "../schedules";

/** Asks for the schedules of the days to come and settles the boards of yesterday, 06:00 UTC. */
export const dailyFlightSync = inngest.createFunction(
  { id: "daily-flight-sync", retries: 3, triggers: [cron(DAILY_FLIGHT_SYNC)] },
  async ({ step }) => {
    const wanted = await step.run("say what to ask", () => dailyFlightRuns(new Date()));
    const runs: string[] = [];
    for (const run of wanted) {
      const started = await step.run(`request ${run.stream}`, () =>
        requestSync({ ...run, trigger: "schedule", requestedBy: null }),
      );
      runs.push(started.run_id);
    }
    return { runs };
  },
);

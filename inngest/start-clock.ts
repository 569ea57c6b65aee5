import { Cron } from "croner";
import { env } from "@/lib/env";
import { REFERENCE_STREAMS } from "@/lib/model/stream";
import { dailyFlightRuns } from "./daily-flight-runs";
import { requestLiveRound } from "./request-live-round";
import { requestSync } from "./request-sync";
import { DAILY_FLIGHT_SYNC, liveStatusCron, WEEKLY_REFERENCE_SYNC } from "./schedules";

/** Begins the schedules of the embedded runner, in UTC; only the leader follows them. */
export function startClock(options: {
  isLeader: () => boolean;
  reportFailure: (error: unknown) => void;
}): void {
  const { isLeader, reportFailure } = options;
  const follow = (expression: string, work: () => Promise<unknown>) =>
    new Cron(expression, { timezone: "UTC", unref: true, catch: reportFailure }, async () => {
      if (isLeader()) await work();
    });
  follow(WEEKLY_REFERENCE_SYNC, requestWeeklySync);
  follow(DAILY_FLIGHT_SYNC, requestDailyFlightSync);
  const { LIVE_STATUS_MINUTES: minutes } = env();
  if (minutes > 0) follow(liveStatusCron(minutes), () => requestLiveRound(new Date()));
}

async function requestWeeklySync(): Promise<void> {
  for (const stream of REFERENCE_STREAMS) {
    await requestSync({ stream, trigger: "schedule", requestedBy: null });
  }
}

async function requestDailyFlightSync(): Promise<void> {
  for (const run of await dailyFlightRuns(new Date())) {
    await requestSync({ ...run, trigger: "schedule", requestedBy: null });
  }
}

import { Cron } from "croner";
import { hasRunSince } from "@/lib/db/runs/has-run-since";
import { LIST_SCOPE, REFERENCE_STREAMS, type Scope, type StreamName } from "@/lib/model/stream";
import { dailyFlightRuns } from "./daily-flight-runs";
import { requestSync } from "./request-sync";
import { DAILY_FLIGHT_SYNC, WEEKLY_REFERENCE_SYNC } from "./schedules";

/**
 * Asks for the weekly and daily runs whose hour passed while nobody was there to begin them: a machine that sleeps at 06:00
 * would else never learn of new schedules.
 */
export async function requestMissed(now: Date): Promise<void> {
  const lists = REFERENCE_STREAMS.map((stream) => ({ stream, scope: LIST_SCOPE }));
  await requestSince(lastDue(WEEKLY_REFERENCE_SYNC, now), lists);
  await requestSince(lastDue(DAILY_FLIGHT_SYNC, now), await dailyFlightRuns(now));
}

async function requestSince(
  due: Date,
  runs: readonly { stream: StreamName; scope: Scope }[],
): Promise<void> {
  for (const { stream, scope } of runs) {
    if (await hasRunSince(stream, due)) continue;
    await requestSync({ stream, scope, trigger: "schedule", requestedBy: null });
  }
}

function lastDue(expression: string, now: Date): Date {
  const clock = new Cron(expression, { timezone: "UTC", paused: true });
  const [due] = clock.previousRuns(1, now);
  if (!due) throw new Error(`${expression} was never due`);
  return due;
}

import { env } from "@/lib/env";
import { backfill } from "./functions/backfill";
import { dailyFlightSync } from "./functions/daily-flight-sync";
import { liveStatus } from "./functions/live-status";
import { normalizeAgain } from "./functions/normalize-again";
import { runSync } from "./functions/run-sync";
import { weeklyReferenceSync } from "./functions/weekly-reference-sync";

/** Everything that Inngest runs for us. How often live boards are asked is a setting, so this is known at the start only. */
export function jobFunctions() {
  const { LIVE_STATUS_MINUTES: minutes } = env();
  const always = [runSync, backfill, normalizeAgain, dailyFlightSync, weeklyReferenceSync];
  return minutes === 0 ? always : [...always, liveStatus(minutes)];
}

import type { Health } from "@/lib/contract/system";
import { findLastRuns } from "@/lib/db/runs/find-last-runs";
import { findTracked } from "@/lib/db/tracked/find-tracked";
import { env } from "@/lib/env";
import type { StreamName } from "@/lib/model/stream";
import { freshnessState } from "@/lib/quality/freshness-state";
import { rhythmOf } from "@/lib/quality/rhythm-of";

/** The last runs of each stream and how fresh it is, by the rhythm in which it is asked; no judgement where nobody follows it. */
export async function findStreamHealth(now: Date): Promise<Health["streams"]> {
  const [runs, { routes, airports }] = await Promise.all([findLastRuns(), findTracked()]);
  const { LIVE_STATUS_MINUTES: minutes } = env();
  const isFollowed: Partial<Record<StreamName, boolean>> = {
    schedules: routes.length > 0,
    "flight-status": airports.some(({ flight_status }) => flight_status),
    "flight-information": airports.some(({ flight_information }) => flight_information),
  };
  return runs.map((run) => {
    const last = run.last_complete_at === null ? null : new Date(run.last_complete_at);
    const freshness =
      (isFollowed[run.stream] ?? true)
        ? freshnessState(last, now, rhythmOf(run.stream, minutes))
        : null;
    return { ...run, freshness };
  });
}

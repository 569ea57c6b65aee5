import type { CoverageGaps } from "@/lib/contract/coverage";
import { findUncovered } from "@/lib/db/coverage/find-uncovered";
import { settlesAt } from "@/lib/model/settles-at";
import type { FlightScope, FlightStream } from "@/lib/model/stream";
import { windowName } from "@/lib/sync/streams/flight-window";
import { byTime, flightWindowsOf } from "@/lib/sync/streams/plan-flights";
import { checkPlaces } from "./check-places";
import { findFlightKnowledge } from "./flight-ports";

/** So many are named; all are counted. */
const NAMED = 1000;

/**
 * The windows of these local days that could be settled by now and are not, of what is tracked or of one place, and whether
 * asking again can still help. Throws like checkPlaces.
 */
export async function findGaps(
  {
    stream,
    place,
    from,
    to,
  }: { stream: FlightStream; place?: string | undefined; from: string; to: string },
  now = new Date(),
): Promise<CoverageGaps> {
  const of = place ? [place] : "tracked";
  await checkPlaces({ stream, of }, "query.place");
  const scope: FlightScope = { kind: "flights", of, from, to, mode: "again" };
  const knowledge = await findFlightKnowledge({ stream, scope, window: null, now });
  const due = flightWindowsOf(stream, scope, knowledge).filter(
    ({ window }) => settlesAt(stream, window) <= now,
  );
  const served = new Set(
    due.filter((it) => it.served === "now").map(({ window }) => windowName(window)),
  );
  const gaps = await findUncovered(stream, due.map(({ window }) => window).sort(byTime));
  return {
    stream,
    windows: due.length,
    settled: due.length - gaps.length,
    gaps: gaps.length,
    served: gaps.filter((gap) => served.has(windowName(gap))).length,
    items: gaps.slice(0, NAMED).map((gap) => ({
      scope: gap.scope,
      key: gap.key,
      day: gap.day,
      state: gap.state,
      message: gap.message,
      observed_at: gap.observedAt?.toISOString() ?? null,
      is_served: served.has(windowName(gap)),
    })),
  };
}

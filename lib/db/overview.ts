import type { Connection } from "mariadb";
import { z } from "zod";
import type { Overview } from "@/lib/contract/overview";
import { isFlightStream, STREAMS, type StreamName } from "@/lib/model/stream";
import { freshnessState } from "@/lib/quality/freshness-state";
import { rhythmOf } from "@/lib/quality/rhythm-of";
import { query } from "./query";
import { findLastComplete } from "./runs/find-last-runs";
import { findTopCountries } from "./stats/find-top-countries";
import { findTotals } from "./stats/find-totals";
import { transaction } from "./transaction";

const Continent = z.object({ continent: z.string().nullable(), airports: z.number() });

/**
 * What is stored, and how fresh it is at `now`, by the rhythm of each stream (`liveMinutes` between live rounds, 0: none). All
 * figures are of one instant, so that they add up.
 */
export function getOverview(
  now: Date,
  { liveMinutes }: { liveMinutes: number },
): Promise<Overview> {
  return transaction(async (connection) => {
    const totals = await findTotals(connection);
    const topCountries = await findTopCountries(connection);
    const continents = await findContinents(connection);
    const lastComplete = await findLastComplete(connection);
    const followed = await findFollowed(connection);
    return {
      as_of: now.toISOString(),
      totals,
      top_countries: topCountries,
      by_continent: continents,
      freshness: followed.map((stream) => {
        const last = lastComplete.get(stream) ?? null;
        return {
          stream,
          rows: rowsOf(stream, totals),
          last_complete_at: last?.toISOString() ?? null,
          state: freshnessState(last, now, rhythmOf(stream, liveMinutes)),
        };
      }),
    };
  });
}

function rowsOf(stream: StreamName, totals: Overview["totals"]): number | null {
  if (isFlightStream(stream)) return null;
  return stream === "airports" ? totals.places : totals[stream];
}

const Followed = z.object({ routes: z.number(), status: z.number(), information: z.number() });

/** Every list, and the streams of flights that something is tracked for. */
async function findFollowed(connection: Connection): Promise<readonly StreamName[]> {
  const [tracked] = await query(
    Followed,
    `SELECT EXISTS (SELECT 1 FROM tracked_routes) AS routes,
       EXISTS (SELECT 1 FROM tracked_airports WHERE flight_status) AS status,
       EXISTS (SELECT 1 FROM tracked_airports WHERE flight_information) AS information`,
    [],
    connection,
  );
  const isFollowed: Partial<Record<StreamName, boolean>> = {
    schedules: tracked?.routes === 1,
    "flight-status": tracked?.status === 1,
    "flight-information": tracked?.information === 1,
  };
  return STREAMS.filter((stream) => isFollowed[stream] ?? true);
}

const findContinents = (connection: Connection) =>
  query(
    Continent,
    `SELECT k.continent, COUNT(*) AS airports
     FROM airports a LEFT JOIN countries k ON k.code = a.country_code
     WHERE a.location_type = 'airport' GROUP BY k.continent ORDER BY airports DESC, k.continent`,
    [],
    connection,
  );

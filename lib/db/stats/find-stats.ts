import type { Connection } from "mariadb";
import { z } from "zod";
import type { Stats } from "@/lib/contract/stats";
import { FLIGHT_STATUSES, SERVICE_TYPES } from "@/lib/model/flight";
import { query } from "../query";
import { transaction } from "../transaction";
import { findTopCountries } from "./find-top-countries";
import { findTotals } from "./find-totals";

/** How much is stored of everything; flights from their rollups. All figures are of one instant, so that they add up. */
export const findStats = (): Promise<Stats> =>
  transaction(async (connection) => {
    const totals = await findTotals(connection);
    const flights = await findFlightFigures(connection);
    return {
      totals: { ...totals, ...flights.totals },
      flights_by_status: await countBy(connection, "status", FLIGHT_STATUSES),
      flights_by_service_type: await countBy(connection, "service_type", SERVICE_TYPES),
      first_flight_date: flights.first,
      last_flight_date: flights.last,
      top_countries: await findTopCountries(connection),
    };
  });

const Figures = z.object({
  flights: z.number(),
  days: z.number(),
  routes: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});

async function findFlightFigures(connection: Connection) {
  const [row] = await query(
    Figures,
    `SELECT COALESCE(SUM(flights), 0) AS flights, COUNT(DISTINCT flight_date) AS days,
       MIN(flight_date) AS first, MAX(flight_date) AS last,
       (SELECT COUNT(DISTINCT origin, destination) FROM flight_routes) AS routes
     FROM flight_days`,
    [],
    connection,
  );
  if (!row) throw new Error("A count gave no row");
  const { first, last, ...totals } = row;
  return { totals, first, last };
}

/** A word that no flight has counts 0. */
async function countBy<Word extends string>(
  connection: Connection,
  column: "status" | "service_type",
  words: readonly Word[],
): Promise<Record<Word, number>> {
  const rows = await query(
    z.object({ word: z.string(), flights: z.number() }),
    `SELECT ${column} AS word, SUM(flights) AS flights FROM flight_days GROUP BY ${column}`,
    [],
    connection,
  );
  const counts = new Map(rows.map(({ word, flights }) => [word, flights]));
  // Made of these words, each once.
  return Object.fromEntries(words.map((word) => [word, counts.get(word) ?? 0])) as Record<
    Word,
    number
  >;
}

import { z } from "zod";
import { query } from "../query";
import {
  ARRIVAL_DELAY,
  ARRIVED,
  countedFlights,
  DEPARTED,
  DEPARTURE_DELAY,
  type ReportedFlights,
} from "./counted-flights";

const SIDES = {
  departure: { happened: DEPARTED, delay: DEPARTURE_DELAY },
  arrival: { happened: ARRIVED, delay: ARRIVAL_DELAY },
} as const;

/**
 * The delay in minutes that `percent` of the flights did not exceed, by nearest rank: a value that occurs, never a mean of
 * two. Null where no delay is known. Diverted flights have none on arrival.
 */
export async function findDelayPercentile(
  which: ReportedFlights,
  side: keyof typeof SIDES,
  percent: number,
): Promise<number | null> {
  const { happened, delay } = SIDES[side];
  const { sql, params } = countedFlights(which);
  const from = `FROM flights f WHERE ${sql} AND ${happened} AND ${delay} IS NOT NULL`;
  const [known] = await query(
    z.object({ flights: z.number() }),
    `SELECT COUNT(*) AS flights ${from}`,
    params,
  );
  if (!known || known.flights === 0) return null;
  const rank = Math.max(1, Math.ceil((percent * known.flights) / 100));
  const [found] = await query(
    z.object({ minutes: z.number() }),
    `SELECT ${delay} AS minutes ${from} ORDER BY minutes LIMIT 1 OFFSET ?`,
    [...params, rank - 1],
  );
  return found?.minutes ?? null;
}

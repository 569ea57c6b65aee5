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

/** From so many minutes on a flight is late. */
const LATE_MINUTES = 15;

const Counts = z.object({
  flights: z.number(),
  operating_carriers: z.number(),
  departed: z.number(),
  late: z.number(),
  arrived: z.number(),
  arrived_late: z.number(),
  cancelled: z.number(),
  diverted: z.number(),
});
export type FlightCounts = z.infer<typeof Counts>;

/** How many flights there are, left, came down, and how many of them 15 minutes late or more. */
export async function countFlights(which: ReportedFlights): Promise<FlightCounts> {
  const { sql, params } = countedFlights(which);
  const count = (condition: string) => `COUNT(CASE WHEN ${condition} THEN 1 END)`;
  const [counts] = await query(
    Counts,
    `SELECT COUNT(*) AS flights, COUNT(DISTINCT f.carrier) AS operating_carriers,
       ${count(DEPARTED)} AS departed,
       ${count(`${DEPARTED} AND ${DEPARTURE_DELAY} >= ${LATE_MINUTES}`)} AS late,
       ${count(ARRIVED)} AS arrived,
       ${count(`${ARRIVED} AND ${ARRIVAL_DELAY} >= ${LATE_MINUTES}`)} AS arrived_late,
       ${count("f.status = 'cancelled'")} AS cancelled,
       ${count("f.status IN ('diverted', 'rerouted')")} AS diverted
     FROM flights f WHERE ${sql}`,
    params,
  );
  if (!counts) throw new Error("The database counted nothing");
  return counts;
}

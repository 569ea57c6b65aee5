import { z } from "zod";
import { query } from "../query";

const TrackedRoute = z.object({
  departure: z.string(),
  arrival: z.string(),
  created_by: z.string().nullable(),
  created_at: z.date(),
});
export type TrackedRouteRow = z.infer<typeof TrackedRoute>;

const Flag = z.number().transform((value) => value === 1);
const TrackedAirport = z.object({
  airport_code: z.string(),
  flight_status: Flag,
  flight_information: Flag,
  created_by: z.string().nullable(),
  created_at: z.date(),
});
export type TrackedAirportRow = z.infer<typeof TrackedAirport>;

/** The routes that schedules are asked for, and the airports whose boards are, in order. */
export async function findTracked(): Promise<{
  routes: TrackedRouteRow[];
  airports: TrackedAirportRow[];
}> {
  const [routes, airports] = await Promise.all([
    query(
      TrackedRoute,
      "SELECT departure, arrival, created_by, created_at FROM tracked_routes ORDER BY departure, arrival",
    ),
    query(
      TrackedAirport,
      `SELECT airport_code, flight_status, flight_information, created_by, created_at
       FROM tracked_airports ORDER BY airport_code`,
    ),
  ]);
  return { routes, airports };
}

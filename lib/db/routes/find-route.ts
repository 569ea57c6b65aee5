import { z } from "zod";
import type { FlightRouteWithDays } from "@/lib/contract/routes";
import { query } from "../query";
import { findRoutes } from "./find-routes";

const Days = z.object({
  first_flight_date: z.string().nullable(),
  last_flight_date: z.string().nullable(),
});

/** One route with its first and last day, null where it was neither flown nor is tracked. */
export async function findRoute(
  departure: string,
  arrival: string,
): Promise<FlightRouteWithDays | null> {
  const { items } = await findRoutes({
    departure_airport: departure,
    arrival_airport: arrival,
    sort: "route",
    skip: 0,
    limit: 1,
  });
  const [route] = items;
  if (!route) return null;
  const [days] = await query(
    Days,
    `SELECT MIN(flight_date) AS first_flight_date, MAX(flight_date) AS last_flight_date
     FROM flights WHERE origin = ? AND destination = ?`,
    [departure, arrival],
  );
  return { ...route, first_flight_date: null, last_flight_date: null, ...days };
}

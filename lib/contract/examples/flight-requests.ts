import { listCodeshares, listFlightCodeshares } from "../codeshares";
import { exportFlights } from "../exports";
import { createFlight, deleteFlight, replaceFlight } from "../flight-edits";
import { listEvents, listFlightEvents } from "../flight-events";
import { listFlightPayloads } from "../flight-payloads";
import { getFlight, listFlights, listRouteFlights } from "../flights";
import { getRoute, listRoutes } from "../routes";
import { listFlightStats } from "../stats";
import { type Example, exampleOf } from "./example";
import { EXAMPLE_DAY } from "./example-day";

const FRANKFURT = { departure_airport: "FRA", flight_date: EXAMPLE_DAY };
const ROUTE = { departure: "FRA", arrival: "LHR" };

/** Requests for flights and for what is known of them. */
export const flightRequests: readonly Example[] = [
  exampleOf(listFlights, { query: { ...FRANKFURT, limit: 1 } }),
  exampleOf(exportFlights, {
    query: {
      ...FRANKFURT,
      format: "csv",
      fields: "flight_number,arrival_airport,departure_time,flight_status",
    },
  }),
  exampleOf(getFlight, { params: { id: 1 } }),
  exampleOf(listRouteFlights, { params: ROUTE, query: { flight_date: EXAMPLE_DAY, limit: 1 } }),
  exampleOf(listFlightEvents, { params: { id: 1 }, query: { limit: 2 } }),
  exampleOf(listFlightCodeshares, { params: { id: 1 } }),
  exampleOf(listFlightPayloads, { params: { id: 1 } }),
  exampleOf(listEvents, { query: { ...FRANKFURT, field: "actual_departure", limit: 2 } }),
  exampleOf(listCodeshares, { query: { airline_code: "UA", limit: 2 } }),
  exampleOf(listRoutes, { query: { departure_airport: "FRA", limit: 2 } }),
  exampleOf(getRoute, { params: ROUTE }),
  exampleOf(listFlightStats, { query: { ...FRANKFURT, group_by: "flight_status" } }),
  exampleOf(createFlight, {
    body: {
      flight_number: "LH9999",
      departure_airport: "FRA",
      arrival_airport: "LHR",
      departure_time: `${EXAMPLE_DAY}T08:00:00Z`,
      arrival_time: `${EXAMPLE_DAY}T09:40:00Z`,
      aircraft_type: "32N",
    },
  }),
  exampleOf(replaceFlight, { params: { id: 1 }, body: { departure_gate: "B42" } }),
  exampleOf(deleteFlight, { params: { id: 2 } }),
];

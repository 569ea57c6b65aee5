import { z } from "zod";
import type { Page } from "@/lib/contract/paging";
import type { FlightRoute, RouteQuery, RouteSort } from "@/lib/contract/routes";
import { SERVICE_TYPES } from "@/lib/model/flight";
import { allOf, type Fragment, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import type { OrderTerm } from "../paging/keyset";

const sums = SERVICE_TYPES.map(
  (type) => `SUM(IF(service_type = '${type}', flights, 0)) AS ${type}`,
).join(", ");

/** Routes with flights from the rollup, and those that are tracked without any yet. */
const ROUTES = `(SELECT origin, destination, SUM(flights) AS flights, ${sums}
    FROM (SELECT origin, destination, service_type, flights FROM flight_routes
      UNION ALL SELECT departure, arrival, 'air', 0 FROM tracked_routes) known
    GROUP BY origin, destination) r
  LEFT JOIN tracked_routes t ON t.departure = r.origin AND t.arrival = r.destination`;

const COLUMNS = `r.origin, r.destination, r.flights, r.${SERVICE_TYPES.join(", r.")}, t.departure IS NOT NULL AS tracked`;

const RouteRow = z.object({
  origin: z.string(),
  destination: z.string(),
  flights: z.number(),
  air: z.number(),
  rail: z.number(),
  bus: z.number(),
  other: z.number(),
  tracked: z.number(),
});
type RouteRow = z.infer<typeof RouteRow>;
type Term = OrderTerm<RouteRow>;

const origin: Term = { sql: "r.origin", kind: "text", of: (row) => row.origin };
const destination: Term = { sql: "r.destination", kind: "text", of: (row) => row.destination };
const flights: Term = { sql: "r.flights", kind: "number", of: (row) => row.flights };
const down = (term: Term): Term => ({ ...term, descending: true });

const ORDERS = {
  route: [origin, destination],
  "-route": [down(origin), down(destination)],
  flights: [flights, origin, destination],
  "-flights": [down(flights), origin, destination],
} as const satisfies Record<RouteSort, readonly Term[]>;

/** Routes that were flown or are tracked, with the number of their flights. Throws `validation_failed` for a wrong cursor. */
export async function findRoutes(wish: RouteQuery): Promise<Page<FlightRoute>> {
  const { skip, limit, cursor, sort, fields: _, ...filter } = wish;
  const page = await findPage(
    {
      list: "routes",
      sort,
      filter,
      row: RouteRow,
      select: fragment(COLUMNS),
      from: ROUTES,
      where: conditions(filter),
      order: ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  return mapPage(page, toRoute);
}

type Filter = Omit<RouteQuery, "skip" | "limit" | "cursor" | "sort" | "fields">;

function conditions(filter: Filter): Fragment {
  const { departure_airport, arrival_airport, airport, service_type, tracked } = filter;
  const all: Fragment[] = [];
  if (departure_airport) all.push(fragment("r.origin = ?", departure_airport));
  if (arrival_airport) all.push(fragment("r.destination = ?", arrival_airport));
  if (airport) all.push(fragment("r.origin = ? OR r.destination = ?", airport, airport));
  // The name of the column is a word of the contract's closed list.
  if (service_type) all.push(fragment(`r.${service_type} > 0`));
  if (tracked !== undefined) all.push(fragment(`t.departure IS ${tracked ? "NOT " : ""}NULL`));
  return allOf(all);
}

const toRoute = ({ air, rail, bus, other, ...row }: RouteRow): FlightRoute => ({
  departure_airport: row.origin,
  arrival_airport: row.destination,
  tracked: row.tracked === 1,
  flights: row.flights,
  by_service_type: { air, rail, bus, other },
});

import { z } from "zod";
import type { FlightFilter } from "@/lib/contract/flight-filter";
import { allOf, type Fragment, fragment } from "../fragment";
import { query } from "../query";
import type { FlightSource } from "./flight-sources";
import { spanConditions } from "./flight-span";

/** Nobody counts further than this where no rollup has the number. */
export const COUNTED = 10_000;

/** How many there are; `exact` is false where there are more than were counted. */
export type Total = { total: number; exact: boolean };

/** How many flights match: from the rollups where these know, else counted to 10,000. */
export async function countFlights(
  filter: FlightFilter,
  sources: readonly FlightSource[],
): Promise<Total> {
  const counted = countedByDay(filter) ?? countedByRoute(filter);
  if (counted) return { total: await readTotal(counted), exact: true };
  const total = await readTotal(countTo(COUNTED + 1, sources));
  return total > COUNTED ? { total: COUNTED, exact: false } : { total, exact: true };
}

async function readTotal({ sql, params }: Fragment): Promise<number> {
  const [row] = await query(z.object({ total: z.number().nullable() }), sql, params);
  return row?.total ?? 0;
}

/** A limit within keeps the count from looking at what it would not tell. */
function countTo(most: number, sources: readonly FlightSource[]): Fragment {
  const ids = sources.map(({ tables, where }) => ({
    sql: `(SELECT f.id FROM ${tables.sql} WHERE ${where.sql} LIMIT ${most})`,
    params: [...tables.params, ...where.params],
  }));
  return {
    sql: `SELECT COUNT(*) AS total FROM (${ids.map(({ sql }) => sql).join(" UNION ")}) counted`,
    params: ids.flatMap(({ params }) => params),
  };
}

const DAY_FILTERS: readonly string[] = [
  "flight_date",
  "from",
  "to",
  "flight_status",
  "service_type",
] satisfies (keyof FlightFilter)[];

const ROUTE_FILTERS: readonly string[] = [
  "departure_airport",
  "arrival_airport",
  "airport",
  "service_type",
] satisfies (keyof FlightFilter)[];

/** Whether a filter says nothing beside these fields. */
const saysOnly = (filter: FlightFilter, names: readonly string[]): boolean =>
  Object.entries(filter).every(([name, value]) => value === undefined || names.includes(name));

/** The rows of the rollup by day that a filter means, where it can answer the filter. */
export function dayRollup(filter: FlightFilter): Fragment | null {
  if (!saysOnly(filter, DAY_FILTERS)) return null;
  const { sql, params } = allOf([
    ...spanConditions(filter),
    ...words("f.status", filter.flight_status),
    ...words("f.service_type", filter.service_type),
  ]);
  return { sql: `flight_days f WHERE ${sql}`, params };
}

/** The rows of the rollup by route that a filter means, where it can answer the filter. */
export function routeRollup(filter: FlightFilter): Fragment | null {
  if (!saysOnly(filter, ROUTE_FILTERS)) return null;
  const { departure_airport, arrival_airport, airport, service_type } = filter;
  const { sql, params } = allOf([
    ...words("f.origin", departure_airport && [departure_airport]),
    ...words("f.destination", arrival_airport && [arrival_airport]),
    ...(airport ? [fragment("f.origin = ? OR f.destination = ?", airport, airport)] : []),
    ...words("f.service_type", service_type),
  ]);
  return { sql: `flight_routes f WHERE ${sql}`, params };
}

const countedByDay = (filter: FlightFilter) => summed(dayRollup(filter));
const countedByRoute = (filter: FlightFilter) => summed(routeRollup(filter));

const summed = (rollup: Fragment | null): Fragment | null =>
  rollup && { sql: `SELECT SUM(f.flights) AS total FROM ${rollup.sql}`, params: rollup.params };

const words = (column: string, values: readonly string[] | "" | undefined): Fragment[] =>
  values ? [fragment(`${column} IN (?)`, values)] : [];

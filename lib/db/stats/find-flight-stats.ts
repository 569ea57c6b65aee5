import { z } from "zod";
import type { FlightFilter } from "@/lib/contract/flight-filter";
import type { Page } from "@/lib/contract/paging";
import type { FlightCount, FlightGroupKey, FlightStatsQuery } from "@/lib/contract/stats";
import { dayRollup, routeRollup } from "../flights/count-flights";
import { flightConditions, flightTables } from "../flights/flight-conditions";
import { checkSpan, isNarrow, rangeRequired } from "../flights/flight-span";
import { type Fragment, fragment } from "../fragment";
import { findPage } from "../paging/find-page";
import type { OrderTerm } from "../paging/keyset";

const Counted = z.object({ key: z.string().nullable(), flights: z.number() });
type Term = OrderTerm<FlightCount>;

/** What flights are grouped by, as text, of `flights f` or of a rollup that has these columns under the same names. */
const KEYS = {
  day: "f.flight_date",
  airline: "f.carrier",
  departure_airport: "f.origin",
  arrival_airport: "f.destination",
  route: "CONCAT(f.origin, '-', f.destination)",
  flight_status: "f.status",
  service_type: "f.service_type",
  aircraft_type: "f.aircraft_type",
  hour: "SUBSTRING(f.scheduled_departure_local, 12, 2)",
  weekday: "CAST(WEEKDAY(f.flight_date) + 1 AS CHAR)",
} as const satisfies Record<FlightGroupKey, string>;

const OF_DAYS: readonly FlightGroupKey[] = ["day", "weekday", "flight_status", "service_type"];
const OF_ROUTES: readonly FlightGroupKey[] = [
  "departure_airport",
  "arrival_airport",
  "route",
  "service_type",
];

const flights: Term = { sql: "g.flights", kind: "number", of: (row) => row.flights };
const down = (term: Term): Term => ({ ...term, descending: true });

/** A day is a DATE in the database, and compared as one. */
const keyOf = (group: FlightGroupKey): Term => ({
  sql: "g.k",
  kind: group === "day" ? "day" : "text",
  of: (row) => row.key,
});

/**
 * Counts of flights by what they have in common: for each key as many as the list with that filter has. Throws like
 * findFlights, and `range_required` for groups over all flights that no rollup has.
 */
export function findFlightStats(wish: FlightStatsQuery): Promise<Page<FlightCount>> {
  const { skip, limit, cursor, sort, fields: _, group_by, ...filter } = wish;
  const key = keyOf(group_by);
  const counts = countsOf(filter, group_by);
  return findPage(
    {
      list: "flight-stats",
      sort,
      filter: { ...filter, group_by },
      row: Counted,
      select: fragment("g.k AS `key`, g.flights"),
      from: `(${counts.sql}) g`,
      fromParams: counts.params,
      where: fragment("TRUE"),
      order: {
        key: [key],
        "-key": [down(key)],
        flights: [flights, key],
        "-flights": [down(flights), key],
      }[sort],
    },
    { skip, limit, cursor },
  );
}

function countsOf(filter: FlightFilter, group: FlightGroupKey): Fragment {
  checkSpan(filter);
  const rollup =
    (OF_DAYS.includes(group) && dayRollup(filter)) ||
    (OF_ROUTES.includes(group) && routeRollup(filter));
  const key = `${KEYS[group]} AS k`;
  if (rollup) {
    return {
      sql: `SELECT ${key}, SUM(f.flights) AS flights FROM ${rollup.sql} GROUP BY k`,
      params: rollup.params,
    };
  }
  if (!isNarrow(filter)) throw rangeRequired("query.group_by");
  const tables = flightTables(filter);
  const where = flightConditions(filter);
  return {
    sql: `SELECT ${key}, COUNT(*) AS flights FROM ${tables.sql} WHERE ${where.sql} GROUP BY k`,
    params: [...tables.params, ...where.params],
  };
}

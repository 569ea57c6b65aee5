import type { FlightFilter } from "@/lib/contract/flight-filter";
import type { Flight, FlightQuery } from "@/lib/contract/flights";
import type { Page } from "@/lib/contract/paging";
import type { Fragment } from "../fragment";
import { orderBy } from "../paging/keyset";
import { afterCursor, cutPage, totalOfPage } from "../paging/page-place";
import { queryBelieved } from "../query-believed";
import { countFlights } from "./count-flights";
import { findCodeshares } from "./find-codeshares";
import { FLIGHT_ORDERS } from "./flight-order";
import { FLIGHT_COLUMNS, type FlightRow } from "./flight-row";
import { type FlightSource, flightWays, hasDepartureOrder } from "./flight-sources";
import { checkFlightFilter, unindexedIn } from "./flight-span";
import { type FlightCut, selectFlightIds } from "./select-flights";
import { toFlight } from "./to-flight";

/**
 * Flights that match. The total is exact from the rollups or up to 10,000, see countFlights. Throws `validation_failed` for a
 * wrong cursor or days in the wrong order, and `range_required` for a filter that would look at all flights.
 */
export async function findFlights(wish: FlightQuery): Promise<Page<Flight>> {
  const { skip, limit, cursor, sort: wanted, fields, ...filter } = wish;
  checkFlightFilter(filter);
  const sort = wanted ?? (hasDepartureOrder(filter) ? "departure_time" : "id");
  const list = { list: "flights", sort, filter, order: FLIGHT_ORDERS[sort] };
  const after = afterCursor(list, { skip, limit, cursor });
  const { read, count } = await flightWays(filter);
  const { sql, params } = selectFlights(filter, read, {
    order: list.order,
    after,
    skip,
    limit: limit + 1,
  });
  const rows = await queryBelieved<FlightRow>(sql, params);
  const { items, next } = cutPage(list, rows, { skip, limit });
  const ids = fields?.includes("codeshares") === false ? [] : items.map(({ id }) => id);
  const known = totalOfPage(rows, { skip, limit, cursor });
  const [codeshares, counted] = await Promise.all([
    findCodeshares(ids),
    known === null ? countFlights(filter, count) : { total: known, exact: true },
  ]);
  return {
    items: items.map((row) => toFlight(row, codeshares.get(row.id) ?? [])),
    next,
    ...counted,
  };
}

/** Whole rows at once where each that is met is wanted, else ids first. */
function selectFlights(
  filter: FlightFilter,
  sources: readonly FlightSource[],
  cut: FlightCut<FlightRow>,
): Fragment {
  const [only, ...others] = sources;
  const order = orderBy(cut.order);
  if (!only || others.length > 0 || cut.skip > 0 || unindexedIn(filter).length > 0) {
    const ids = selectFlightIds(sources, cut);
    return {
      sql: `SELECT ${FLIGHT_COLUMNS} FROM (${ids.sql}) page JOIN flights f ON f.id = page.id ORDER BY ${order.sql}`,
      params: [...ids.params, ...order.params],
    };
  }
  const { tables, where } = only;
  const { after, limit } = cut;
  return {
    sql: `SELECT ${FLIGHT_COLUMNS} FROM ${tables.sql} WHERE ${where.sql}${after ? ` AND (${after.sql})` : ""}
      ORDER BY ${order.sql} LIMIT ?`,
    params: [...tables.params, ...where.params, ...(after?.params ?? []), ...order.params, limit],
  };
}

import type { z } from "zod";
import type { FlightFilter } from "@/lib/contract/flight-filter";
import type { Page } from "@/lib/contract/paging";
import { allOf, type Fragment } from "../fragment";
import type { CursorHome } from "../paging/cursor";
import { findPage } from "../paging/find-page";
import { type KeyValue, type OrderTerm, rowsAfter } from "../paging/keyset";
import { type PageWish, readCursor } from "../paging/page-place";
import { COUNTED } from "./count-flights";
import { FLIGHT_ORDERS, type PlacedFlight } from "./flight-order";
import { flightWays } from "./flight-sources";
import { selectFlightIds } from "./select-flights";

/** What hangs on flights, as a list of its own. */
export type FlightParts<Row extends PlacedFlight> = CursorHome & {
  table: "flight_events" | "flight_codeshares";
  row: z.ZodType<Row>;
  /** Columns of `flights f` and of `p`, a part, those that order a list of flights among them. */
  select: string;
  flights: FlightFilter;
  /** What a part must be, on `p`. */
  where: Fragment;
  sort: "departure_time" | "-departure_time";
  /** The order of the parts of one flight, on `p`. */
  within: readonly OrderTerm<Row>[];
};

/**
 * One page of parts in the order of their flights. Each flight that is looked at has at least one part, so that no more flights
 * are read than parts are wanted: else the parts of all that match would be sorted for each page.
 */
export async function findFlightParts<Row extends PlacedFlight>(
  { table, flights, within, ...list }: FlightParts<Row>,
  wish: PageWish,
): Promise<Page<Row>> {
  const flightOrder: readonly OrderTerm<Row>[] = FLIGHT_ORDERS[list.sort];
  const order = [...flightOrder, ...within];
  const key = readCursor({ ...list, order }, wish);
  const having: Fragment = {
    sql: `(SELECT COUNT(*) FROM ${table} p WHERE p.flight_id = f.id AND ${list.where.sql}) > 0`,
    params: list.where.params,
  };
  const sources = (await flightWays(flights)).read.map(({ tables, where }) => ({
    tables,
    where: allOf([where, having]),
  }));
  const ids = selectFlightIds(sources, {
    order: flightOrder,
    after: key && fromFlight(flightOrder, key, list.sort),
    skip: 0,
    // One more where a page goes on: of its first flight all parts may have been shown.
    limit: wish.skip + wish.limit + (key ? 2 : 1),
  });
  const all = allFlights(sources);
  const joined = `JOIN flights f ON f.id = page.id JOIN ${table} p ON p.flight_id = f.id`;
  return findPage(
    {
      ...list,
      select: { sql: list.select, params: [] },
      from: `(${ids.sql}) page ${joined}`,
      fromParams: ids.params,
      countFrom: `(${all.sql}) page ${joined}`,
      countParams: all.params,
      countedTo: COUNTED,
      order,
    },
    wish,
  );
}

/** The flight at which a page ended may have more parts: the rows from it on, its own included. Ids are whole numbers. */
function fromFlight<Row>(
  order: readonly OrderTerm<Row>[],
  key: readonly KeyValue[],
  sort: "departure_time" | "-departure_time",
): Fragment {
  const [day = null, at = null, id] = key;
  return rowsAfter(order, [day, at, Number(id) + (sort === "departure_time" ? -1 : 1)]);
}

/** All flights that match and have a part; counting stops by itself. */
const allFlights = (sources: readonly { tables: Fragment; where: Fragment }[]): Fragment => ({
  sql: sources
    .map(
      ({ tables, where }) =>
        `SELECT f.id FROM ${tables.sql} WHERE ${where.sql} LIMIT ${COUNTED + 1}`,
    )
    .map((sql) => `(${sql})`)
    .join(" UNION "),
  params: sources.flatMap(({ tables, where }) => [...tables.params, ...where.params]),
});

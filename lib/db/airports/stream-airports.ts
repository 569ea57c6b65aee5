import type { Airport, AirportFilter } from "@/lib/contract/airports";
import { checkRows } from "../check-rows";
import { streamRows } from "../stream-rows";
import { readUtcDates } from "../utc-dates";
import { airportConditions } from "./airport-conditions";
import { AIRPORT_COLUMNS, AIRPORTS_WITH_NAMES, AirportRow, toAirport } from "./airport-row";

/** All airports that match, in the order of their codes, in batches as they are wanted. Ends and throws like streamRows. */
export async function* streamAirports(
  filter: AirportFilter,
  signal: AbortSignal,
): AsyncGenerator<Airport[]> {
  const where = airportConditions(filter);
  const select = {
    sql: `SELECT ${AIRPORT_COLUMNS} FROM ${AIRPORTS_WITH_NAMES} WHERE ${where.sql} ORDER BY a.airport_code`,
    params: where.params,
  };
  for await (const rows of streamRows(select, signal)) {
    yield checkRows(AirportRow, readUtcDates(rows), select.sql).map(toAirport);
  }
}

import type { Airport, AirportQuery, AirportSort } from "@/lib/contract/airports";
import type { Page } from "@/lib/contract/paging";
import type { OrderTerm } from "../paging/keyset";
import { down, findReferencePage, type ReferenceList } from "../reference/find-reference-page";
import { AIRPORT_SEARCH, airportConditions, tablesFor } from "./airport-conditions";
import { AIRPORT_COLUMNS, AIRPORTS_WITH_NAMES, AirportRow, toAirport } from "./airport-row";

type Term = OrderTerm<AirportRow>;

const code: Term = { sql: "a.airport_code", kind: "text", of: (row) => row.airport_code };
const name: Term = { sql: "a.name", kind: "text", of: (row) => row.name };
const country: Term = { sql: "a.country_code", kind: "text", of: (row) => row.country_code };

const AIRPORTS: ReferenceList<AirportRow, Airport, AirportSort> = {
  list: "airports",
  row: AirportRow,
  columns: AIRPORT_COLUMNS,
  from: AIRPORTS_WITH_NAMES,
  search: AIRPORT_SEARCH,
  defaultSort: "airport_code",
  // The code goes the same way as the key before it, so that one index gives the order in both directions.
  orders: {
    airport_code: [code],
    "-airport_code": down(code),
    name: [name, code],
    "-name": down(name, code),
    country_code: [country, code],
    "-country_code": down(country, code),
  },
  toItem: toAirport,
};

/**
 * Airports that match, with the exact total. A search text finds a code, or a part of the airport's or its city's name; in
 * the order of codes, the airport of that code comes first, then names that begin so. Throws `validation_failed` for a wrong cursor.
 */
export const findAirports = (wish: AirportQuery): Promise<Page<Airport>> =>
  findReferencePage(AIRPORTS, wish, airportConditions(wish), tablesFor(wish));

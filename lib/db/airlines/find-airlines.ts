import type { Airline, AirlineQuery, AirlineSort } from "@/lib/contract/airlines";
import type { Page } from "@/lib/contract/paging";
import { allOf, type Fragment, fragment } from "../fragment";
import type { OrderTerm } from "../paging/keyset";
import { down, findReferencePage, type ReferenceList } from "../reference/find-reference-page";
import { isFound, type SearchPlaces } from "../reference/search-text";
import { AIRLINE_COLUMNS, AirlineRow, toAirline } from "./airline-row";

type Term = OrderTerm<AirlineRow>;

const code: Term = { sql: "a.airline_code", kind: "text", of: (row) => row.airline_code };
const name: Term = { sql: "a.name", kind: "text", of: (row) => row.name };

const SEARCH: SearchPlaces = { codes: ["a.airline_code", "a.icao_code"], names: ["a.name"] };

const AIRLINES: ReferenceList<AirlineRow, Airline, AirlineSort> = {
  list: "airlines",
  row: AirlineRow,
  columns: AIRLINE_COLUMNS,
  from: "airlines a",
  search: SEARCH,
  defaultSort: "airline_code",
  orders: {
    airline_code: [code],
    "-airline_code": down(code),
    airline_name: [name, code],
    "-airline_name": down(name, code),
  },
  toItem: toAirline,
};

/** Airlines that match, with the exact total. Throws `validation_failed` for a wrong cursor. */
export const findAirlines = (wish: AirlineQuery): Promise<Page<Airline>> =>
  findReferencePage(AIRLINES, wish, conditions(wish));

function conditions({ country_code, icao_code, source, q }: AirlineQuery): Fragment {
  const all: Fragment[] = [];
  if (country_code) all.push(fragment("a.country_code = ?", country_code));
  if (icao_code) all.push(fragment("a.icao_code = ?", icao_code));
  if (source) all.push(fragment("a.source = ?", source));
  if (q) all.push(isFound(q, SEARCH));
  return allOf(all);
}

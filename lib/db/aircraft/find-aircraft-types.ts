import type { Aircraft, AircraftQuery, AircraftSort } from "@/lib/contract/aircraft";
import type { Page } from "@/lib/contract/paging";
import { allOf, type Fragment, fragment } from "../fragment";
import type { OrderTerm } from "../paging/keyset";
import { down, findReferencePage, type ReferenceList } from "../reference/find-reference-page";
import { isFound, type SearchPlaces } from "../reference/search-text";
import { AIRCRAFT_COLUMNS, AircraftRow, toAircraft } from "./aircraft-row";

type Term = OrderTerm<AircraftRow>;

const code: Term = { sql: "a.aircraft_code", kind: "text", of: (row) => row.aircraft_code };
const name: Term = { sql: "a.name", kind: "text", of: (row) => row.name };

const SEARCH: SearchPlaces = { codes: ["a.aircraft_code", "a.equipment_code"], names: ["a.name"] };

const AIRCRAFT: ReferenceList<AircraftRow, Aircraft, AircraftSort> = {
  list: "aircraft",
  row: AircraftRow,
  columns: AIRCRAFT_COLUMNS,
  from: "aircraft a",
  search: SEARCH,
  defaultSort: "aircraft_code",
  orders: {
    aircraft_code: [code],
    "-aircraft_code": down(code),
    aircraft_name: [name, code],
    "-aircraft_name": down(name, code),
  },
  toItem: toAircraft,
};

/** Aircraft types that match, with the exact total. Throws `validation_failed` for a wrong cursor. */
export const findAircraftTypes = (wish: AircraftQuery): Promise<Page<Aircraft>> =>
  findReferencePage(AIRCRAFT, wish, conditions(wish));

function conditions({ source, q }: AircraftQuery): Fragment {
  const all: Fragment[] = [];
  if (source) all.push(fragment("a.source = ?", source));
  if (q) all.push(isFound(q, SEARCH));
  return allOf(all);
}

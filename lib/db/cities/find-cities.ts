import type { City, CityQuery, CitySort } from "@/lib/contract/cities";
import type { Page } from "@/lib/contract/paging";
import { allOf, type Fragment, fragment } from "../fragment";
import type { OrderTerm } from "../paging/keyset";
import { down, findReferencePage, type ReferenceList } from "../reference/find-reference-page";
import { isFound, type SearchPlaces } from "../reference/search-text";
import { CITIES_WITH_COUNTRIES, CITY_COLUMNS, CityRow, toCity } from "./city-row";

type Term = OrderTerm<CityRow>;

const code: Term = { sql: "c.code", kind: "text", of: (row) => row.code };
const name: Term = { sql: "c.name", kind: "text", of: (row) => row.name };
const country: Term = { sql: "c.country_code", kind: "text", of: (row) => row.country_code };

const SEARCH: SearchPlaces = { codes: ["c.code"], names: ["c.name"] };

const CITIES: ReferenceList<CityRow, City, CitySort> = {
  list: "cities",
  row: CityRow,
  columns: CITY_COLUMNS,
  from: CITIES_WITH_COUNTRIES,
  search: SEARCH,
  defaultSort: "city_code",
  orders: {
    city_code: [code],
    "-city_code": down(code),
    city_name: [name, code],
    "-city_name": down(name, code),
    country_code: [country, code],
    "-country_code": down(country, code),
  },
  toItem: toCity,
};

/** Cities that match, with the exact total. Throws `validation_failed` for a wrong cursor. */
export const findCities = (wish: CityQuery): Promise<Page<City>> =>
  findReferencePage(CITIES, wish, conditions(wish));

function conditions(filter: CityQuery): Fragment {
  const all: Fragment[] = [];
  if (filter.country_code) all.push(fragment("c.country_code = ?", filter.country_code));
  if (filter.continent) all.push(fragment("k.continent = ?", filter.continent));
  if (filter.time_zone) all.push(fragment("c.time_zone = ?", filter.time_zone));
  if (filter.source) all.push(fragment("c.source = ?", filter.source));
  if (filter.q) all.push(isFound(filter.q, SEARCH));
  return allOf(all);
}

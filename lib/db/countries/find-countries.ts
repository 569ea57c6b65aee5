import type { Country, CountryQuery, CountrySort } from "@/lib/contract/countries";
import type { Page } from "@/lib/contract/paging";
import { allOf, type Fragment, fragment } from "../fragment";
import type { OrderTerm } from "../paging/keyset";
import { down, findReferencePage, type ReferenceList } from "../reference/find-reference-page";
import { isFound, type SearchPlaces } from "../reference/search-text";
import { COUNTRY_COLUMNS, CountryRow, toCountry } from "./country-row";

type Term = OrderTerm<CountryRow>;

const code: Term = { sql: "k.code", kind: "text", of: (row) => row.code };
const name: Term = { sql: "k.name", kind: "text", of: (row) => row.name };
const continent: Term = { sql: "k.continent", kind: "text", of: (row) => row.continent };

const SEARCH: SearchPlaces = { codes: ["k.code"], names: ["k.name"] };

const COUNTRIES: ReferenceList<CountryRow, Country, CountrySort> = {
  list: "countries",
  row: CountryRow,
  columns: COUNTRY_COLUMNS,
  from: "countries k",
  search: SEARCH,
  defaultSort: "country_code",
  orders: {
    country_code: [code],
    "-country_code": down(code),
    country_name: [name, code],
    "-country_name": down(name, code),
    continent: [continent, code],
    "-continent": down(continent, code),
  },
  toItem: toCountry,
};

/** Countries that match, with the exact total. Throws `validation_failed` for a wrong cursor. */
export const findCountries = (wish: CountryQuery): Promise<Page<Country>> =>
  findReferencePage(COUNTRIES, wish, conditions(wish));

function conditions(filter: CountryQuery): Fragment {
  const all: Fragment[] = [];
  if (filter.continent) all.push(fragment("k.continent = ?", filter.continent));
  if (filter.source) all.push(fragment("k.source = ?", filter.source));
  if (filter.q) all.push(isFound(filter.q, SEARCH));
  return allOf(all);
}

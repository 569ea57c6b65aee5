import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { AIRPORT_SORTS, type AirportFilter, type AirportQuery } from "@/lib/contract/airports";
import { LOCATION_TYPES } from "@/lib/model/airport";

export const PAGE_SIZE = 50;
const LONGEST_Q = 80;

const parseAsCountry = createParser({
  parse: (text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : null),
  serialize: (code: string) => code,
});

const parseAsPage = createParser({
  parse: (text) => {
    const page = parseAsInteger.parse(text);
    return page !== null && page >= 1 && page < 100_000 ? page : null;
  },
  serialize: String,
});

/** What the address of the airports page says. What it says wrongly counts as not said. */
export const airportParsers = {
  q: parseAsString.withDefault(""),
  country: parseAsCountry,
  type: parseAsStringLiteral(LOCATION_TYPES),
  sort: parseAsStringLiteral(AIRPORT_SORTS).withDefault("airport_code"),
  page: parseAsPage.withDefault(1),
};
export type AirportSearch = inferParserType<typeof airportParsers>;

export const loadAirportSearch = createLoader(airportParsers);

const serialize = createSerializer(airportParsers);

/** The address of the airports page that shows `search`. */
export const airportsHref = (search: Partial<AirportSearch>): string =>
  serialize("/airports", search);

/** The filter alone: what map, table and totals share. */
export function toAirportFilter({ q, country, type }: AirportSearch): AirportFilter {
  const text = q.trim().slice(0, LONGEST_Q);
  return {
    ...(text ? { q: text } : {}),
    ...(country ? { country_code: country } : {}),
    ...(type ? { location_type: type } : {}),
  };
}

/** Whether anything is left out. */
export const isFiltered = (search: AirportSearch): boolean =>
  Object.keys(toAirportFilter(search)).length > 0;

/**
 * The rows of one page. Pages are reached by skipping, however far: there are 17,576 codes of three letters and no more,
 * so that the last page is not far.
 */
export const toAirportQuery = (search: AirportSearch): AirportQuery => ({
  ...toAirportFilter(search),
  sort: search.sort,
  skip: (search.page - 1) * PAGE_SIZE,
  limit: PAGE_SIZE,
});

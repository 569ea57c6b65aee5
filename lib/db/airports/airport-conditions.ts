import type { AirportFilter } from "@/lib/contract/airports";
import { allOf, type Fragment, fragment } from "../fragment";
import { isFound, type SearchPlaces } from "../reference/search-text";

/** Where a search text is looked for. */
export const AIRPORT_SEARCH: SearchPlaces = {
  codes: ["a.airport_code"],
  names: ["a.name", "c.name"],
};

/** The conditions of a filter on `airports a`; a search text also needs `cities c`, a continent `countries k`. */
export function airportConditions(filter: AirportFilter): Fragment {
  const conditions: Fragment[] = [];
  if (filter.country_code) conditions.push(fragment("a.country_code = ?", filter.country_code));
  if (filter.continent) conditions.push(fragment("k.continent = ?", filter.continent));
  if (filter.city_code) conditions.push(fragment("a.city_code = ?", filter.city_code));
  if (filter.location_type) conditions.push(fragment("a.location_type = ?", filter.location_type));
  if (filter.time_zone) conditions.push(fragment("a.time_zone = ?", filter.time_zone));
  if (filter.source) conditions.push(fragment("a.source = ?", filter.source));
  if (filter.has_position) conditions.push(fragment(POSITION_IS[filter.has_position]));
  if (filter.q) conditions.push(isFound(filter.q, AIRPORT_SEARCH));
  return allOf(conditions);
}

const POSITION_IS = { true: "a.latitude IS NOT NULL", false: "a.latitude IS NULL" } as const;

/** The tables that the conditions of a filter speak of. */
export const tablesFor = ({ q, continent }: AirportFilter): string =>
  [
    "airports a",
    q && "LEFT JOIN cities c ON c.code = a.city_code",
    continent && "JOIN countries k ON k.code = a.country_code",
  ]
    .filter(Boolean)
    .join(" ");

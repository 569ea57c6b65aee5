import type { AirportFilter } from "@/lib/contract/airports";
import { allOf, type Fragment, fragment } from "../fragment";

/** Escapes what LIKE would read as a pattern. `!` because a backslash depends on the server's mode. */
export const likeText = (text: string): string => text.replace(/[!%_]/g, "!$&");

/** The conditions of a filter on `airports a`; a search text also needs `cities c`. */
export function airportConditions(filter: AirportFilter): Fragment {
  const conditions: Fragment[] = [];
  if (filter.country_code) conditions.push(fragment("a.country_code = ?", filter.country_code));
  if (filter.location_type) conditions.push(fragment("a.location_type = ?", filter.location_type));
  if (filter.q) {
    const part = `%${likeText(filter.q)}%`;
    conditions.push(
      fragment(
        "a.airport_code = ? OR a.name LIKE ? ESCAPE '!' OR c.name LIKE ? ESCAPE '!'",
        codeIn(filter.q),
        part,
        part,
      ),
    );
  }
  return allOf(conditions);
}

/** The tables that the conditions of a filter speak of. */
export const tablesFor = (filter: AirportFilter): string =>
  filter.q ? "airports a LEFT JOIN cities c ON c.code = a.city_code" : "airports a";

/** The code that a search text may be: what is no code is compared as an empty one, which no airport has. */
export const codeIn = (q: string): string => (/^[a-z]{3}$/i.test(q) ? q.toUpperCase() : "");

import { z } from "zod";
import type { Airport, AirportQuery, AirportSort } from "@/lib/contract/airports";
import type { Page } from "@/lib/contract/paging";
import { fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import type { OrderTerm } from "../paging/keyset";
import { airportConditions, codeIn, likeText, tablesFor } from "./airport-conditions";
import { AIRPORTS_WITH_NAMES, AirportRow, airportColumns, toAirport } from "./airport-row";

const ListedAirport = AirportRow.extend({ closeness: z.number() });
type ListedAirport = z.infer<typeof ListedAirport>;
type Term = OrderTerm<ListedAirport>;

const code: Term = { sql: "a.airport_code", kind: "text", of: (row) => row.airport_code };
const name: Term = { sql: "a.name", kind: "text", of: (row) => row.name };
const country: Term = { sql: "a.country_code", kind: "text", of: (row) => row.country_code };
const down = (term: Term): Term => ({ ...term, descending: true });

/** The code goes the same way as the key before it, so that one index gives the order in both directions. */
const ORDERS = {
  airport_code: [code],
  "-airport_code": [down(code)],
  name: [name, code],
  "-name": [down(name), down(code)],
  country_code: [country, code],
  "-country_code": [down(country), down(code)],
} as const satisfies Record<AirportSort, readonly Term[]>;

/**
 * Airports that match, with the exact total. A search text finds a code, or a part of the airport's or its city's name; in
 * the order of codes, the airport of that code comes first, then names that begin so. Throws `validation_failed` for a wrong cursor.
 */
export async function findAirports(wish: AirportQuery): Promise<Page<Airport>> {
  const { skip, limit, cursor, sort, ...filter } = wish;
  const closeness = closenessTo(filter.q);
  const byCloseness: Term = {
    sql: closeness.sql,
    params: closeness.params,
    kind: "number",
    of: (row) => row.closeness,
  };
  const page = await findPage(
    {
      list: "airports",
      sort,
      filter,
      row: ListedAirport,
      select: fragment(`${airportColumns.sql}, ${closeness.sql} AS closeness`, ...closeness.params),
      from: AIRPORTS_WITH_NAMES,
      countFrom: tablesFor(filter),
      where: airportConditions(filter),
      order: filter.q && sort === "airport_code" ? [byCloseness, ...ORDERS[sort]] : ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  return mapPage(page, ({ closeness: _, ...row }) => toAirport(row));
}

/** 0: this very code; 1: a name begins so; 2: it is somewhere in a name. */
function closenessTo(q: string | undefined) {
  if (!q) return fragment("0");
  const beginning = `${likeText(q)}%`;
  return fragment(
    `CASE WHEN a.airport_code = ? THEN 0
       WHEN a.name LIKE ? ESCAPE '!' OR c.name LIKE ? ESCAPE '!' THEN 1 ELSE 2 END`,
    codeIn(q),
    beginning,
    beginning,
  );
}

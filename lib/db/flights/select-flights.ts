import type { Fragment } from "../fragment";
import { type OrderTerm, orderBy } from "../paging/keyset";
import type { FlightSource } from "./flight-sources";

/** What of the flights of a list is wanted. `order` speaks of `flights f`; `after` too: where the page before ended. */
export type FlightCut<Row> = {
  order: readonly OrderTerm<Row>[];
  after: Fragment | null;
  /** At most 10,000 in all. */
  skip: number;
  limit: number;
};

/**
 * A SELECT of the ids of these flights. Rows are wide: who looks through many of them to find a few reads the rest of these few
 * alone. Each source is read in its own order, no further than the page can reach.
 */
export function selectFlightIds<Row>(
  sources: readonly FlightSource[],
  { order, after, skip, limit }: FlightCut<Row>,
): Fragment {
  const [only, ...others] = sources;
  if (only && others.length === 0) return oneSource(only, { order, after, skip, limit });
  const parts = sources.map((source) =>
    oneSource(source, { order, after, skip: 0, limit: skip + limit }),
  );
  const { sql, params } = orderBy(order);
  return {
    sql: `SELECT f.id FROM (${parts.map((part) => `(${part.sql})`).join(" UNION ")}) ways
      JOIN flights f ON f.id = ways.id ORDER BY ${sql} LIMIT ? OFFSET ?`,
    params: [...parts.flatMap((part) => part.params), ...params, limit, skip],
  };
}

function oneSource<Row>(
  { tables, where }: FlightSource,
  { order, after, skip, limit }: FlightCut<Row>,
): Fragment {
  const { sql, params } = orderBy(order);
  return {
    sql: `SELECT f.id FROM ${tables.sql} WHERE ${where.sql}${after ? ` AND (${after.sql})` : ""}
      ORDER BY ${sql} LIMIT ? OFFSET ?`,
    params: [...tables.params, ...where.params, ...(after?.params ?? []), ...params, limit, skip],
  };
}

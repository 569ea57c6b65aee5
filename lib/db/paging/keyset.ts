import { allOf, type Fragment, fragment } from "../fragment";

/** One value of a cursor. Instants are text as MySQL writes them, so that JSON and SQL read the same. */
export type KeyValue = string | number | null;
export type KeyKind = "text" | "number" | "instant" | "day";

/** One step of an order. The last steps must together name one row. */
export type OrderTerm<Row> = {
  sql: string;
  params?: readonly unknown[];
  kind: KeyKind;
  descending?: boolean;
  /** The same value, taken from a row that was read. */
  of: (row: Row) => KeyValue;
};

/** An instant as a DATETIME(3) is written. */
export const sqlInstant = (instant: Date): string =>
  instant.toISOString().replace("T", " ").replace("Z", "");

export const orderBy = <Row>(terms: readonly OrderTerm<Row>[]): Fragment => ({
  sql: terms.map(({ sql, descending }) => `${sql} ${descending ? "DESC" : "ASC"}`).join(", "),
  params: terms.flatMap(({ params = [] }) => params),
});

/**
 * The rows that come after `key` in this order. Null is the smallest value, as MySQL sorts it. Written out branch by branch,
 * with the equalities of each: so an index of these columns is entered right behind the key (MariaDB 10.11: 101 rows read at
 * a depth of a million, where `a >= ? AND (a > ? OR …)` reads all rows of the day).
 */
export function rowsAfter<Row>(
  terms: readonly OrderTerm<Row>[],
  key: readonly KeyValue[],
): Fragment {
  const branches = terms.map((term, index) => {
    const equal = terms.slice(0, index).map((before, at) => isEqual(before, key[at] ?? null));
    return allOf([...equal, isBeyond(term, key[index] ?? null)]);
  });
  return {
    sql: branches.map(({ sql }) => `(${sql})`).join(" OR "),
    params: branches.flatMap(({ params }) => params),
  };
}

const isEqual = <Row>({ sql, params = [] }: OrderTerm<Row>, value: KeyValue): Fragment =>
  value === null ? fragment(`${sql} IS NULL`, ...params) : fragment(`${sql} = ?`, ...params, value);

function isBeyond<Row>(term: OrderTerm<Row>, value: KeyValue): Fragment {
  const { sql, params = [], descending } = term;
  if (value === null)
    return descending ? fragment("FALSE") : fragment(`${sql} IS NOT NULL`, ...params);
  if (!descending) return fragment(`${sql} > ?`, ...params, value);
  return fragment(`${sql} < ? OR ${sql} IS NULL`, ...params, value, ...params);
}

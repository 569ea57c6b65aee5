import { z } from "zod";
import type { Page } from "@/lib/contract/paging";
import { type Fragment, fragment } from "../fragment";
import { findPage, mapPage, type PageWish } from "../paging/find-page";
import type { OrderTerm } from "../paging/keyset";
import { closeness, type SearchPlaces } from "./search-text";

/** How one kind of reference data is listed. */
export type ReferenceList<Row, Item, Sort extends string> = {
  list: string;
  row: z.ZodType<Row>;
  columns: string;
  from: string;
  search: SearchPlaces;
  /** By code, which is unique: the last term of each order. */
  defaultSort: Sort;
  orders: Readonly<Record<Sort, readonly OrderTerm<Row>[]>>;
  toItem: (row: Row) => Item;
};

type Wish<Sort> = PageWish & {
  sort: Sort;
  fields?: unknown;
  q?: string | undefined;
};

const Closeness = z.object({ closeness: z.number() });

/**
 * One page of a list of reference data, with the exact total: these tables have at most some ten thousand rows, so each
 * order and filter may read them all. In the order of codes, a search text's very code comes first, then names that begin so.
 * Throws `validation_failed` for a wrong cursor.
 */
export async function findReferencePage<Row, Item, Sort extends string>(
  own: ReferenceList<Row, Item, Sort>,
  { skip, limit, cursor, sort, fields: _, ...filter }: Wish<Sort>,
  where: Fragment,
  countFrom: string = own.from,
): Promise<Page<Item>> {
  const close = closeness(filter.q, own.search);
  type Listed = Row & z.infer<typeof Closeness>;
  const byCloseness: OrderTerm<Listed> = {
    sql: close.sql,
    params: close.params,
    kind: "number",
    of: (row) => row.closeness,
  };
  const order = own.orders[sort];
  const page = await findPage<Listed>(
    {
      list: own.list,
      sort,
      filter,
      row: own.row.and(Closeness),
      select: fragment(`${own.columns}, ${close.sql} AS closeness`, ...close.params),
      from: own.from,
      countFrom,
      where,
      order: filter.q && sort === own.defaultSort ? [byCloseness, ...order] : order,
    },
    { skip, limit, cursor },
  );
  return mapPage(page, own.toItem);
}

/** The terms of an order, each going down. */
export const down = <Row>(...terms: readonly OrderTerm<Row>[]): OrderTerm<Row>[] =>
  terms.map((term) => ({ ...term, descending: true }));

import { z } from "zod";
import type { Page } from "@/lib/contract/paging";
import type { Fragment } from "../fragment";
import { query } from "../query";
import { type CursorHome, decodeCursor, encodeCursor, wrongCursor } from "./cursor";
import { type OrderTerm, orderBy, rowsAfter } from "./keyset";

export type List<Row> = CursorHome & {
  row: z.ZodType<Row>;
  select: Fragment;
  from: string;
  /** Values of the question marks in `from`. */
  fromParams?: readonly unknown[];
  /** What is enough to count, where that needs fewer tables. */
  countFrom?: string;
  where: Fragment;
  order: readonly OrderTerm<Row>[];
};

export type PageWish = { skip: number; limit: number; cursor?: string | undefined };

/**
 * One page of a list with the exact total. `cursor` goes on where a page ended, whatever was inserted since; `skip` counts.
 * Throws `validation_failed` naming `query.cursor` when the cursor is not of this list or comes with skip.
 */
export async function findPage<Row>(list: List<Row>, wish: PageWish): Promise<Page<Row>> {
  const { select, where, fromParams = [] } = list;
  const after = startOf(list, wish);
  const order = orderBy(list.order);
  const [rows, counted] = await Promise.all([
    query(
      list.row,
      `SELECT ${select.sql} FROM ${list.from} WHERE ${where.sql}${after ? ` AND (${after.sql})` : ""}
       ORDER BY ${order.sql} LIMIT ? OFFSET ?`,
      [
        ...select.params,
        ...fromParams,
        ...where.params,
        ...(after?.params ?? []),
        ...order.params,
        wish.limit + 1,
        wish.skip,
      ],
    ),
    query(
      z.object({ total: z.number() }),
      `SELECT COUNT(*) AS total FROM ${list.countFrom ?? list.from} WHERE ${where.sql}`,
      [...(list.countFrom ? [] : fromParams), ...where.params],
    ),
  ]);
  const items = rows.slice(0, wish.limit);
  const last = items.at(-1);
  const more = rows.length > items.length && last;
  return {
    items,
    total: counted[0]?.total ?? 0,
    next: more
      ? encodeCursor(
          list,
          list.order.map(({ of }) => of(more)),
        )
      : null,
  };
}

function startOf<Row>(list: List<Row>, wish: PageWish): Fragment | null {
  if (wish.cursor === undefined) return null;
  if (wish.skip > 0) throw wrongCursor("cannot be combined with skip: use one of them");
  const kinds = list.order.map(({ kind }) => kind);
  return rowsAfter(list.order, decodeCursor(wish.cursor, list, kinds));
}

/** The same page with its rows in another shape. */
export const mapPage = <From, To>(page: Page<From>, shape: (row: From) => To): Page<To> => ({
  ...page,
  items: page.items.map(shape),
});

import { z } from "zod";
import type { Page } from "@/lib/contract/paging";
import type { Fragment } from "../fragment";
import { query } from "../query";
import type { CursorHome } from "./cursor";
import { type OrderTerm, orderBy } from "./keyset";
import { afterCursor, cutPage, type PageWish, totalOfPage } from "./page-place";

export type { PageWish };

export type List<Row> = CursorHome & {
  row: z.ZodType<Row>;
  select: Fragment;
  from: string;
  /** Values of the question marks in `from`. */
  fromParams?: readonly unknown[];
  /** What is enough to count, where that needs fewer tables. */
  countFrom?: string;
  /** Values of the question marks in `countFrom`. */
  countParams?: readonly unknown[];
  where: Fragment;
  order: readonly OrderTerm<Row>[];
  /** Where counting all would take too long: how far is counted. */
  countedTo?: number;
};

/**
 * One page of a list with the exact total, or as far as it is counted. `cursor` goes on where a page ended, whatever was inserted since; `skip` counts.
 * Throws `validation_failed` naming `query.cursor` when the cursor is not of this list or comes with skip.
 */
export async function findPage<Row>(list: List<Row>, wish: PageWish): Promise<Page<Row>> {
  const { select, where, fromParams = [] } = list;
  const after = afterCursor(list, wish);
  const order = orderBy(list.order);
  const rows = await query(
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
  );
  const known = totalOfPage(rows, wish);
  const counted = known === null ? await countAll(list) : { total: known };
  return { ...cutPage(list, rows, wish), ...counted };
}

async function countAll<Row>(list: List<Row>): Promise<Pick<Page<Row>, "total" | "exact">> {
  const { where, fromParams = [], countFrom, countParams = [], countedTo } = list;
  const rows = `${countFrom ?? list.from} WHERE ${where.sql}`;
  const [counted] = await query(
    z.object({ total: z.number() }),
    countedTo === undefined
      ? `SELECT COUNT(*) AS total FROM ${rows}`
      : `SELECT COUNT(*) AS total FROM (SELECT 1 FROM ${rows} LIMIT ${countedTo + 1}) counted`,
    [...(countFrom ? countParams : fromParams), ...where.params],
  );
  const total = counted?.total ?? 0;
  if (countedTo === undefined) return { total };
  return { total: Math.min(total, countedTo), exact: total <= countedTo };
}

/** The same page with its rows in another shape. */
export const mapPage = <From, To>(page: Page<From>, shape: (row: From) => To): Page<To> => ({
  ...page,
  items: page.items.map(shape),
});

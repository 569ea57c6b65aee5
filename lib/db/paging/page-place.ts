import type { Fragment } from "../fragment";
import { type CursorHome, decodeCursor, encodeCursor, wrongCursor } from "./cursor";
import { type KeyValue, type OrderTerm, rowsAfter } from "./keyset";

export type PageWish = { skip: number; limit: number; cursor?: string | undefined };

type Ordered<Row> = CursorHome & { order: readonly OrderTerm<Row>[] };

/**
 * Where the page before ended, by the cursor of a wish; null where it has none. Throws `validation_failed` naming
 * `query.cursor` when the cursor is not of this list or comes with skip.
 */
export function readCursor<Row>(list: Ordered<Row>, wish: PageWish): readonly KeyValue[] | null {
  if (wish.cursor === undefined) return null;
  if (wish.skip > 0) throw wrongCursor("cannot be combined with skip: use one of them");
  return decodeCursor(
    wish.cursor,
    list,
    list.order.map(({ kind }) => kind),
  );
}

/** The condition that leaves the rows after the cursor; null where there is none. Throws like readCursor. */
export function afterCursor<Row>(list: Ordered<Row>, wish: PageWish): Fragment | null {
  const key = readCursor(list, wish);
  return key && rowsAfter(list.order, key);
}

/** The rows of a page and the cursor of the next one, of rows that were read with one more than wanted. */
export function cutPage<Row>(
  list: Ordered<Row>,
  rows: readonly Row[],
  { limit }: PageWish,
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= items.length || !last) return { items, next: null };
  return {
    items,
    next: encodeCursor(
      list,
      list.order.map(({ of }) => of(last)),
    ),
  };
}

/** How many there are in all, where the page itself tells: it holds the last row and nothing lies before it unseen. */
export function totalOfPage(
  rows: readonly unknown[],
  { skip, limit, cursor }: PageWish,
): number | null {
  if (cursor !== undefined || rows.length > limit) return null;
  // Nothing behind so many may also mean that there are fewer.
  return rows.length === 0 && skip > 0 ? null : skip + rows.length;
}

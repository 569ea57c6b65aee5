import { z } from "zod";
import { type UnreadableQuery, UnreadableRow, type UnreadableSort } from "@/lib/contract/findings";
import type { Page } from "@/lib/contract/paging";
import { allOf, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { type OrderTerm, sqlInstant } from "../paging/keyset";
import type { WishOf } from "../paging/wish-of";
import { findingConditions } from "./newest-first";

const StoredPosition = UnreadableRow.extend({ first_seen_at: z.date(), last_seen_at: z.date() });
type Term = OrderTerm<z.infer<typeof StoredPosition>>;

const byPosition = (descending: boolean): readonly Term[] => [
  { sql: "stream", kind: "text", descending, of: (row) => row.stream },
  { sql: "position", kind: "number", descending, of: (row) => row.position },
];
const bySight = (descending: boolean): readonly Term[] => [
  { sql: "last_seen_at", kind: "instant", descending, of: (row) => sqlInstant(row.last_seen_at) },
  ...byPosition(descending),
];
const ORDERS = {
  position: byPosition(false),
  "-position": byPosition(true),
  last_seen_at: bySight(false),
  "-last_seen_at": bySight(true),
} as const satisfies Record<UnreadableSort, readonly Term[]>;

/** List positions that could not be read when last asked, by stream and position unless told otherwise. */
export async function findUnreadable(wish: WishOf<UnreadableQuery>): Promise<Page<UnreadableRow>> {
  const { skip, limit, cursor, sort = "position", fields: _, ...filter } = wish;
  const { status, run_id } = filter;
  const page = await findPage(
    {
      list: "unreadable",
      sort,
      filter,
      row: StoredPosition,
      select: fragment("stream, position, status, run_id, payload_id, first_seen_at, last_seen_at"),
      from: "unreadable_positions",
      where: allOf([
        ...findingConditions(filter),
        ...(status ? [fragment("status = ?", status)] : []),
        ...(run_id ? [fragment("run_id = ?", run_id)] : []),
        fragment("healed_at IS NULL"),
      ]),
      order: ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  return mapPage(page, ({ first_seen_at, last_seen_at, ...same }) => ({
    ...same,
    first_seen_at: first_seen_at.toISOString(),
    last_seen_at: last_seen_at.toISOString(),
  }));
}

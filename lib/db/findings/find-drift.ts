import { z } from "zod";
import { type DriftQuery, DriftRow } from "@/lib/contract/findings";
import type { Page } from "@/lib/contract/paging";
import { allOf, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import type { WishOf } from "../paging/wish-of";
import { query } from "../query";
import { FINDING_ORDERS, findingConditions } from "./newest-first";

const StoredDrift = DriftRow.extend({ first_seen_at: z.date(), last_seen_at: z.date() });
const COLUMNS =
  "id, stream, kind, path, found, seen_count, payload_id, first_seen_at, last_seen_at";

/** Ways in which answers differ from the known shape, last seen first unless told otherwise. */
export async function findDrift(wish: WishOf<DriftQuery>): Promise<Page<DriftRow>> {
  const { skip, limit, cursor, sort = "-last_seen_at", fields: _, ...filter } = wish;
  const { kind } = filter;
  const page = await findPage(
    {
      list: "drift",
      sort,
      filter,
      row: StoredDrift,
      select: fragment(COLUMNS),
      from: "drift",
      where: allOf([...findingConditions(filter), ...(kind ? [fragment("kind = ?", kind)] : [])]),
      order: FINDING_ORDERS[sort],
    },
    { skip, limit, cursor },
  );
  return mapPage(page, toDrift);
}

/** One of them; null when there is none of this id. */
export async function findOneDrift(id: number): Promise<DriftRow | null> {
  const [row] = await query(StoredDrift, `SELECT ${COLUMNS} FROM drift WHERE id = ?`, [id]);
  return row ? toDrift(row) : null;
}

const toDrift = ({ first_seen_at, last_seen_at, ...same }: z.infer<typeof StoredDrift>) => ({
  ...same,
  first_seen_at: first_seen_at.toISOString(),
  last_seen_at: last_seen_at.toISOString(),
});

import { z } from "zod";
import { type FindingQuery, UnreadableRow } from "@/lib/contract/findings";
import type { Page } from "@/lib/contract/paging";
import { allOf, fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import type { OrderTerm } from "../paging/keyset";
import { streamCondition } from "./newest-first";

const StoredPosition = UnreadableRow.extend({ first_seen_at: z.date(), last_seen_at: z.date() });

const BY_POSITION: readonly OrderTerm<z.infer<typeof StoredPosition>>[] = [
  { sql: "stream", kind: "text", of: (row) => row.stream },
  { sql: "position", kind: "number", of: (row) => row.position },
];

/** List positions that could not be read when last asked, by stream and position. */
export async function findUnreadable(wish: FindingQuery): Promise<Page<UnreadableRow>> {
  const { skip, limit, cursor, ...filter } = wish;
  const page = await findPage(
    {
      list: "unreadable",
      sort: "position",
      filter,
      row: StoredPosition,
      select: fragment("stream, position, status, run_id, payload_id, first_seen_at, last_seen_at"),
      from: "unreadable_positions",
      where: allOf([streamCondition(filter), fragment("healed_at IS NULL")]),
      order: BY_POSITION,
    },
    { skip, limit, cursor },
  );
  return mapPage(page, ({ first_seen_at, last_seen_at, ...same }) => ({
    ...same,
    first_seen_at: first_seen_at.toISOString(),
    last_seen_at: last_seen_at.toISOString(),
  }));
}

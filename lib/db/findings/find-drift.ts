import { z } from "zod";
import { DriftRow, type FindingQuery } from "@/lib/contract/findings";
import type { Page } from "@/lib/contract/paging";
import { fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { newestFirst, streamCondition } from "./newest-first";

const StoredDrift = DriftRow.extend({ first_seen_at: z.date(), last_seen_at: z.date() });

/** Ways in which answers differ from the known shape, last seen first. */
export async function findDrift(wish: FindingQuery): Promise<Page<DriftRow>> {
  const { skip, limit, cursor, ...filter } = wish;
  const page = await findPage(
    {
      list: "drift",
      sort: "newest",
      filter,
      row: StoredDrift,
      select: fragment(
        "id, stream, kind, path, found, seen_count, payload_id, first_seen_at, last_seen_at",
      ),
      from: "drift",
      where: streamCondition(filter),
      order: newestFirst,
    },
    { skip, limit, cursor },
  );
  return mapPage(page, ({ first_seen_at, last_seen_at, ...same }) => ({
    ...same,
    first_seen_at: first_seen_at.toISOString(),
    last_seen_at: last_seen_at.toISOString(),
  }));
}

import { z } from "zod";
import { type FindingQuery, RejectRow } from "@/lib/contract/findings";
import type { Page } from "@/lib/contract/paging";
import { fragment } from "../fragment";
import { findPage, mapPage } from "../paging/find-page";
import { newestFirst, streamCondition } from "./newest-first";

const StoredReject = RejectRow.omit({ key: true }).extend({
  record_key: z.string(),
  first_seen_at: z.date(),
  last_seen_at: z.date(),
});

/** Records that were kept aside, last seen first. */
export async function findRejects(wish: FindingQuery): Promise<Page<RejectRow>> {
  const { skip, limit, cursor, ...filter } = wish;
  const page = await findPage(
    {
      list: "rejects",
      sort: "newest",
      filter,
      row: StoredReject,
      select: fragment(
        "id, stream, rule, record_key, field, value, message, sample, run_id, seen_count, payload_id, first_seen_at, last_seen_at",
      ),
      from: "rejects",
      where: streamCondition(filter),
      order: newestFirst,
    },
    { skip, limit, cursor },
  );
  return mapPage(page, ({ record_key, first_seen_at, last_seen_at, ...same }) => ({
    ...same,
    key: record_key,
    first_seen_at: first_seen_at.toISOString(),
    last_seen_at: last_seen_at.toISOString(),
  }));
}

import { z } from "zod";
import { RejectRow } from "@/lib/contract/findings";

export const REJECT_COLUMNS = `id, stream, rule, record_key, field, value, message, sample, run_id, seen_count, payload_id,
  resolved_at, first_seen_at, last_seen_at`;

export const StoredReject = RejectRow.omit({ key: true }).extend({
  record_key: z.string(),
  resolved_at: z.date().nullable(),
  first_seen_at: z.date(),
  last_seen_at: z.date(),
});
export type StoredReject = z.infer<typeof StoredReject>;

/** A stored reject as the API shows it. */
export const toReject = (row: StoredReject): RejectRow => {
  const { record_key, resolved_at, first_seen_at, last_seen_at, ...same } = row;
  return {
    ...same,
    key: record_key,
    resolved_at: resolved_at?.toISOString() ?? null,
    first_seen_at: first_seen_at.toISOString(),
    last_seen_at: last_seen_at.toISOString(),
  };
};

import { z } from "zod";
import { DRIFT_KINDS } from "@/lib/model/drift";
import { REJECT_RULES } from "@/lib/model/reject";
import { STREAMS } from "@/lib/model/stream";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { Paging } from "./paging";

const FindingQuery = z.strictObject({
  ...Paging.shape,
  stream: z.enum(STREAMS).optional(),
});
export type FindingQuery = z.infer<typeof FindingQuery>;

const seen = { payload_id: z.string(), first_seen_at: Instant, last_seen_at: Instant };

/** A record kept aside, by rule. */
export const RejectRow = z
  .object({
    id: z.number().int(),
    stream: z.enum(STREAMS),
    rule: z.enum(REJECT_RULES),
    key: z.string(),
    field: z.string().nullable(),
    value: z.string().nullable(),
    message: z.string(),
    sample: z.string(),
    run_id: z.string(),
    seen_count: z.number().int(),
    ...seen,
  })
  .meta({ id: "Reject" });
export type RejectRow = z.infer<typeof RejectRow>;

export const listRejects = defineEndpoint({
  id: "listRejects",
  method: "GET",
  path: "/api/sync/rejects",
  summary: "Records that could not be kept, newest first",
  tag: "Sync",
  access: "viewer",
  query: FindingQuery,
  response: z.array(RejectRow),
  paged: true,
});

/** A way in which answers differ from the known shape. */
export const DriftRow = z
  .object({
    id: z.number().int(),
    stream: z.enum(STREAMS),
    kind: z.enum(DRIFT_KINDS),
    path: z.string(),
    found: z.string(),
    seen_count: z.number().int(),
    ...seen,
  })
  .meta({ id: "Drift" });
export type DriftRow = z.infer<typeof DriftRow>;

export const listDrift = defineEndpoint({
  id: "listDrift",
  method: "GET",
  path: "/api/sync/drift",
  summary: "Changes of shape in the answers, newest first",
  tag: "Sync",
  access: "viewer",
  query: FindingQuery,
  response: z.array(DriftRow),
  paged: true,
});

/** A list position that the source cannot show. */
export const UnreadableRow = z
  .object({
    stream: z.enum(STREAMS),
    position: z.number().int(),
    status: z.number().int(),
    run_id: z.string(),
    ...seen,
  })
  .meta({ id: "UnreadablePosition" });
export type UnreadableRow = z.infer<typeof UnreadableRow>;

export const listUnreadable = defineEndpoint({
  id: "listUnreadable",
  method: "GET",
  path: "/api/sync/unreadable",
  summary: "List positions that the source cannot show now, by stream and position",
  tag: "Sync",
  access: "viewer",
  query: FindingQuery,
  response: z.array(UnreadableRow),
  paged: true,
});

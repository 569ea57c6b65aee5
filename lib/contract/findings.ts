import { z } from "zod";
import { DRIFT_KINDS } from "@/lib/model/drift";
import { REJECT_RULES } from "@/lib/model/reject";
import { STREAMS } from "@/lib/model/stream";
import { Instant } from "./codes";
import { dayFilter } from "./day-filter";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";

const Finding = z.strictObject({
  ...Paging.shape,
  stream: z.enum(STREAMS).optional(),
  ...dayFilter("last seen"),
});

const FINDING_SORTS = ["-last_seen_at", "last_seen_at", "-id", "id"] as const;
export type FindingSort = (typeof FINDING_SORTS)[number];
const sort = z.enum(FINDING_SORTS).default("-last_seen_at");

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
    resolved_at: Instant.nullable().meta({
      description: "When its answer was read again and the record kept; null while it is open",
    }),
    ...seen,
  })
  .meta({ id: "Reject" });
export type RejectRow = z.infer<typeof RejectRow>;

export const REJECT_STATES = ["open", "resolved", "all"] as const;

export const RejectQuery = z.strictObject({
  ...Finding.shape,
  rule: z.enum(REJECT_RULES).optional(),
  state: z.enum(REJECT_STATES).default("open").meta({
    description: "Resolved ones were kept when their answer was read again",
  }),
  key: z.string().trim().min(1).max(60).optional().meta({
    description: "What the record calls itself, as the list shows it",
  }),
  run_id: z.uuid().optional(),
  payload_id: z.uuid().optional(),
  sort,
  fields: fieldsOf(RejectRow),
});
export type RejectQuery = z.infer<typeof RejectQuery>;

export const listRejects = defineEndpoint({
  id: "listRejects",
  method: "GET",
  path: "/api/sync/rejects",
  summary: "Records that could not be kept, newest first",
  tag: "Sync",
  access: "viewer",
  query: RejectQuery,
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

export const DriftQuery = z.strictObject({
  ...Finding.shape,
  kind: z.enum(DRIFT_KINDS).optional(),
  sort,
  fields: fieldsOf(DriftRow),
});
export type DriftQuery = z.infer<typeof DriftQuery>;

export const listDrift = defineEndpoint({
  id: "listDrift",
  method: "GET",
  path: "/api/sync/drift",
  summary: "Changes of shape in the answers, newest first",
  tag: "Sync",
  access: "viewer",
  query: DriftQuery,
  response: z.array(DriftRow),
  paged: true,
});

export const getDrift = defineEndpoint({
  id: "getDrift",
  method: "GET",
  path: "/api/sync/drift/{id}",
  summary: "One change of shape",
  tag: "Sync",
  access: "viewer",
  params: z.strictObject({ id: z.coerce.number().int().min(1) }),
  response: DriftRow,
  errors: ["not_found"],
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

const UNREADABLE_SORTS = ["position", "-position", "-last_seen_at", "last_seen_at"] as const;
export type UnreadableSort = (typeof UNREADABLE_SORTS)[number];

export const UnreadableQuery = z.strictObject({
  ...Finding.shape,
  status: z.coerce
    .number()
    .pipe(z.literal([404, 500]))
    .optional()
    .meta({
      description: "What the source answers when asked for it",
    }),
  run_id: z.uuid().optional(),
  sort: z.enum(UNREADABLE_SORTS).default("position").meta({
    description: "`position`: by stream and position",
  }),
  fields: fieldsOf(UnreadableRow),
});
export type UnreadableQuery = z.infer<typeof UnreadableQuery>;

export const listUnreadable = defineEndpoint({
  id: "listUnreadable",
  method: "GET",
  path: "/api/sync/unreadable",
  summary: "List positions that the source cannot show now, by stream and position",
  tag: "Sync",
  access: "viewer",
  query: UnreadableQuery,
  response: z.array(UnreadableRow),
  paged: true,
});

import { z } from "zod";
import { STREAMS } from "@/lib/model/stream";
import { Instant } from "./codes";
import { dayFilter } from "./day-filter";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";

/** An answer of the source as it was kept. `body` is its text, unchanged where `body_is_exact` says so. */
export const Payload = z
  .object({
    id: z.string(),
    store: z.enum(["mongodb", "mysql"]),
    stream: z.string(),
    window: z.string(),
    run_id: z.string(),
    path: z.string(),
    query: z.record(z.string(), z.string()),
    status: z.number().int(),
    headers: z.record(z.string(), z.string()),
    received_at: Instant,
    duration_ms: z.number().int(),
    hash: z.string(),
    bytes: z.number().int(),
    body: z.string(),
    body_is_exact: z.boolean().meta({
      description:
        "false where the body is not UTF-8 and replacement characters stand in for bytes",
    }),
  })
  .meta({ id: "Payload" });
export type Payload = z.infer<typeof Payload>;

export const getPayload = defineEndpoint({
  id: "getPayload",
  method: "GET",
  path: "/api/payloads/{id}",
  summary: "One answer of the source, as it was sent",
  tag: "Raw data",
  access: "viewer",
  params: z.strictObject({ id: z.uuid() }),
  response: Payload,
  errors: ["not_found"],
});

/** An answer as the ledger knows it, without its body. */
export const PayloadRow = z
  .object({
    id: z.string(),
    stream: z.enum(STREAMS),
    window: z.string().meta({ description: "What was asked", example: "FRA-LHR 2026-11-23" }),
    run_id: z.string(),
    status: z.number().int().meta({ description: "HTTP status of the answer" }),
    hash: z.string().meta({ description: "sha-256 of its body" }),
    store: z.enum(["mongodb", "mysql"]),
    noted_at: Instant.meta({ description: "When it was noted in the ledger" }),
  })
  .meta({ id: "PayloadRow" });
export type PayloadRow = z.infer<typeof PayloadRow>;

const PAYLOAD_SORTS = ["-id", "id"] as const;
export type PayloadSort = (typeof PAYLOAD_SORTS)[number];

export const PayloadQuery = z.strictObject({
  ...Paging.shape,
  run_id: z.uuid().optional(),
  flight_id: z.coerce.number().int().min(1).optional().meta({
    description: "Answers that tell of this flight",
  }),
  stream: z.enum(STREAMS).optional().meta({
    description: "Alone it needs `from`: days of runs, at most 31",
  }),
  ...dayFilter("asked for by a run"),
  sort: z.enum(PAYLOAD_SORTS).default("-id").meta({
    description: "Ids of collected answers follow the time at which they were received",
  }),
  fields: fieldsOf(PayloadRow),
});
export type PayloadQuery = z.infer<typeof PayloadQuery>;

export const listPayloads = defineEndpoint({
  id: "listPayloads",
  method: "GET",
  path: "/api/payloads",
  summary: "Answers of the source by run, flight, or stream and days, newest first",
  description: "One of `run_id`, `flight_id` and `stream` (with `from`) is needed.",
  tag: "Raw data",
  access: "viewer",
  query: PayloadQuery,
  response: z.array(PayloadRow),
  paged: true,
  errors: ["range_required"],
});

import { z } from "zod";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";

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

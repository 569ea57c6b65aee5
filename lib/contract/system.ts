import { z } from "zod";
import { ORIGIN_KINDS } from "@/lib/model/origin";
import { RUN_STATUSES } from "@/lib/model/run";
import { STREAMS } from "@/lib/model/stream";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";

export const ApiRoot = z
  .object({
    name: z.string(),
    version: z.string(),
    docs: z.string(),
    origin: z.enum(ORIGIN_KINDS).nullable(),
  })
  .meta({ id: "ApiRoot" });
export type ApiRoot = z.infer<typeof ApiRoot>;

export const getApiRoot = defineEndpoint({
  id: "getApiRoot",
  method: "GET",
  path: "/api",
  summary: "Name and version",
  tag: "System",
  access: "anybody",
  response: ApiRoot,
});

export const HEALTH_STATES = ["ok", "warning", "error"] as const;

const Dependency = z.object({
  name: z.enum(["mysql", "raw_store", "jobs", "lufthansa"]),
  state: z.enum(HEALTH_STATES),
  /** Without it the product does not work: its error makes the whole answer 503. */
  required: z.boolean(),
  latency_ms: z.number().nullable(),
  message: z.string(),
});

export const Health = z
  .object({
    status: z.enum(HEALTH_STATES),
    /** The reason for the worst state, in words. */
    reason: z.string(),
    version: z.string(),
    origin: z.enum(ORIGIN_KINDS).nullable(),
    checked_at: Instant,
    dependencies: z.array(Dependency),
    streams: z.array(
      z.object({
        stream: z.enum(STREAMS),
        last_run_id: z.string().nullable(),
        last_status: z.enum(RUN_STATUSES).nullable(),
        last_finished_at: Instant.nullable(),
        last_complete_at: Instant.nullable(),
        freshness: z.enum(["fine", "warning", "error"]).nullable().meta({
          description:
            "By the rhythm in which it is asked: lists weekly, schedules daily, boards in live rounds; null where nobody follows it",
        }),
      }),
    ),
  })
  .meta({ id: "Health" });
export type Health = z.infer<typeof Health>;

export const getHealth = defineEndpoint({
  id: "getHealth",
  method: "GET",
  path: "/api/health",
  summary:
    "Each dependency with its latency, and the last run of each stream; 503 when one that matters is down",
  tag: "System",
  access: "anybody",
  response: Health,
  alsoStatuses: [503],
  cache: "never",
});

export const getLiveness = defineEndpoint({
  id: "getLiveness",
  method: "GET",
  path: "/api/health/live",
  summary: "The process answers; asks nothing else",
  tag: "System",
  access: "anybody",
  response: z.object({ status: z.literal("ok") }).meta({ id: "Liveness" }),
  cache: "never",
});

export const OpenApiDocument = z
  .looseObject({ openapi: z.string() })
  .meta({ id: "OpenApiDocument" });

export const getOpenApi = defineEndpoint({
  id: "getOpenApi",
  method: "GET",
  path: "/api/openapi.json",
  summary: "This API as an OpenAPI 3.1 document",
  tag: "System",
  access: "reader",
  response: OpenApiDocument,
  cache: "document",
});

export const getClient = defineEndpoint({
  id: "getClient",
  method: "GET",
  path: "/api/client.ts",
  summary: "A typed client of this API for TypeScript: one file without dependencies",
  tag: "System",
  access: "reader",
  response: z.string(),
  produces: ["text/plain"],
  cache: "document",
});

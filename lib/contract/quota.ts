import { z } from "zod";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";

/** The present clock hour of our key. Limits of 0 mean: none. */
export const QuotaState = z
  .object({
    hour_started_at: Instant,
    hour_ends_at: Instant,
    used: z.number().int(),
    calls_per_hour: z.number().int(),
    calls_per_second: z.number().int(),
    /** The source said that the hour is spent. */
    spent: z.boolean(),
  })
  .meta({ id: "Quota" });
export type QuotaState = z.infer<typeof QuotaState>;

export const getQuota = defineEndpoint({
  id: "getQuota",
  method: "GET",
  path: "/api/sync/quota",
  summary: "Calls of the present clock hour, token calls included",
  tag: "Sync",
  access: "viewer",
  response: QuotaState,
  errors: ["upstream_unavailable"],
  cache: "never",
});

import { z } from "zod";
import { RUN_STATUSES, RUN_TRIGGERS } from "@/lib/model/run";
import { REFERENCE_STREAMS, STREAMS } from "@/lib/model/stream";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { Paging } from "./paging";

const Count = z.number().int().min(0);

export const Run = z
  .object({
    id: z.string(),
    stream: z.enum(STREAMS),
    scope: z.string().meta({ description: "`list`, or the codes asked for, separated by commas" }),
    trigger: z.enum(RUN_TRIGGERS),
    requested_by: z.string().nullable(),
    status: z.enum(RUN_STATUSES),
    cancel_requested: z.boolean(),
    message: z
      .string()
      .nullable()
      .meta({ description: "What happened, when it did not end complete" }),
    windows_planned: Count,
    windows_done: Count,
    windows_failed: Count,
    api_calls: Count,
    bytes: Count,
    fetched: Count,
    inserted: Count,
    updated: Count,
    unchanged: Count,
    rejected: Count,
    unreadable: Count,
    /** Set while the run waits for the quota. */
    waiting_until: Instant.nullable(),
    created_at: Instant,
    started_at: Instant.nullable(),
    finished_at: Instant.nullable(),
    duration_ms: Count.nullable(),
  })
  .meta({ id: "Run" });
export type Run = z.infer<typeof Run>;

export const RunQuery = z.strictObject({
  ...Paging.shape,
  stream: z.enum(STREAMS).optional(),
  status: z.enum(RUN_STATUSES).optional(),
});
export type RunQuery = z.infer<typeof RunQuery>;

export const listRuns = defineEndpoint({
  id: "listRuns",
  method: "GET",
  path: "/api/sync/runs",
  summary: "List sync runs, newest first",
  tag: "Sync",
  access: "viewer",
  query: RunQuery,
  response: z.array(Run),
  paged: true,
});

const RunId = z.strictObject({ id: z.uuid() });

export const getRun = defineEndpoint({
  id: "getRun",
  method: "GET",
  path: "/api/sync/runs/{id}",
  summary: "Get one sync run",
  tag: "Sync",
  access: "viewer",
  params: RunId,
  response: Run,
  errors: ["not_found"],
});

export const cancelRun = defineEndpoint({
  id: "cancelRun",
  method: "POST",
  path: "/api/sync/runs/{id}/cancel",
  summary: "Cancel a run: the window being asked is finished, the others are not begun",
  tag: "Sync",
  access: "operator",
  params: RunId,
  response: Run,
  errors: ["not_found", "conflict"],
});

export const SyncStarted = z
  .object({
    message: z.string(),
    count: Count.meta({ description: "Records fetched so far; 0 when the run waits for its turn" }),
    run_id: z.string(),
  })
  .meta({ id: "SyncStarted" });
export type SyncStarted = z.infer<typeof SyncStarted>;

export const startSync = defineEndpoint({
  id: "startSync",
  method: "POST",
  path: "/api/sync/{stream}",
  summary: "Start a sync of one reference stream",
  description:
    "Answers at once; follow the run at /api/sync/runs/{id}. A run of the same stream that is queued or running is answered instead of a second one.",
  tag: "Sync",
  access: "operator",
  params: z.strictObject({ stream: z.enum(REFERENCE_STREAMS) }),
  response: SyncStarted,
  status: 202,
});

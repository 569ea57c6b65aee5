import { z } from "zod";
import { RUN_STATUSES, RUN_TASKS, RUN_TRIGGERS } from "@/lib/model/run";
import { REFERENCE_STREAMS, STREAMS } from "@/lib/model/stream";
import { AirportCode, Day, Instant } from "./codes";
import { dayFilter } from "./day-filter";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";

const Count = z.number().int().min(0);

export const Run = z
  .object({
    id: z.string(),
    stream: z.enum(STREAMS),
    scope: z.string().meta({
      description:
        "`list`; the codes asked for, separated by commas; or `flights`, of which routes and airports, their days and which of their windows",
      example: "flights tracked 2030-05-01..2030-05-08 missing",
    }),
    task: z.enum(RUN_TASKS),
    priority: z.number().int().meta({ description: "Lower goes first" }),
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
    windows_per_minute: z.number().min(0).nullable().meta({
      description:
        "Pace of the last hour, waiting for the quota included; null when it does not work or too little is known",
    }),
    seconds_left: Count.nullable().meta({
      description: "Until its end at this pace, and not before it may ask again",
    }),
    /** Set while the run waits for the quota. */
    waiting_until: Instant.nullable(),
    paused_at: Instant.nullable().meta({ description: "Set while a person wants it to rest" }),
    created_at: Instant,
    started_at: Instant.nullable(),
    finished_at: Instant.nullable(),
    duration_ms: Count.nullable(),
  })
  .meta({ id: "Run" });
export type Run = z.infer<typeof Run>;

const RUN_SORTS = ["-created_at", "created_at"] as const;
export type RunSort = (typeof RUN_SORTS)[number];

export const RunQuery = z.strictObject({
  ...Paging.shape,
  stream: z.enum(STREAMS).optional(),
  status: z.enum(RUN_STATUSES).optional(),
  task: z.enum(RUN_TASKS).optional(),
  trigger: z.enum(RUN_TRIGGERS).optional(),
  ...dayFilter("asked for"),
  sort: z.enum(RUN_SORTS).default("-created_at"),
  fields: fieldsOf(Run),
});
export type RunQuery = z.infer<typeof RunQuery>;

export const listRuns = defineEndpoint({
  id: "listRuns",
  method: "GET",
  path: "/api/sync/runs",
  summary: "List sync runs, newest first unless told otherwise",
  tag: "Sync",
  access: "viewer",
  query: RunQuery,
  response: z.array(Run),
  paged: true,
  cache: "never",
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
  cache: "never",
});

export const cancelRun = defineEndpoint({
  id: "cancelRun",
  method: "POST",
  path: "/api/sync/runs/{id}/cancel",
  summary: "Cancel a run: the window being asked is finished, the others are not begun",
  tag: "Sync",
  access: "operator",
  keyScope: "sync",
  params: RunId,
  response: Run,
  errors: ["not_found", "conflict"],
});

export const pauseRun = defineEndpoint({
  id: "pauseRun",
  method: "POST",
  path: "/api/sync/runs/{id}/pause",
  summary: "Let a run rest: it keeps what it has and goes on when resumed",
  tag: "Sync",
  access: "operator",
  keyScope: "sync",
  params: RunId,
  response: Run,
  errors: ["not_found", "conflict"],
});

export const resumeRun = defineEndpoint({
  id: "resumeRun",
  method: "POST",
  path: "/api/sync/runs/{id}/resume",
  summary: "Let a run that rests go on",
  tag: "Sync",
  access: "operator",
  keyScope: "sync",
  params: RunId,
  response: Run,
  errors: ["not_found", "conflict"],
});

export const SyncStarted = z
  .object({
    message: z.string(),
    count: Count.nullable().meta({ description: "Records fetched; null while it is not done" }),
    run_id: z.string(),
    status: z.enum(RUN_STATUSES).meta({ description: "How it stands" }),
  })
  .meta({ id: "SyncStarted" });
export type SyncStarted = z.infer<typeof SyncStarted>;

/** How long a request waits for the end of what it started. */
export const MOST_WAIT_SECONDS = 10;

const Wait = z.coerce.number().int().min(0).max(MOST_WAIT_SECONDS).default(MOST_WAIT_SECONDS);
const WAIT = {
  wait: Wait.meta({
    description: "Seconds to wait for its end; 0 answers at once. It goes on whoever waits.",
  }),
};

const WHEN =
  "200 when it ended in time, also with what could be had only in part; 202 with count null while it goes on: follow it at /api/sync/runs/{id}; 502 when it failed in time, with the reason.";

export const startSync = defineEndpoint({
  id: "startSync",
  method: "POST",
  path: "/api/sync/{stream}",
  summary: "Start a sync of one reference stream",
  description: `${WHEN} A run of the same stream that is queued or running is answered instead of a second one.`,
  tag: "Sync",
  access: "operator",
  keyScope: "sync",
  params: z.strictObject({ stream: z.enum(REFERENCE_STREAMS) }),
  query: z.strictObject(WAIT),
  response: SyncStarted,
  alsoStatuses: [202],
  errors: ["upstream_unavailable"],
});

export const FlightSyncStarted = SyncStarted.extend({
  run_ids: z.array(z.string()).meta({ description: "Of schedules and of status, as far as asked" }),
}).meta({ id: "FlightSyncStarted" });
export type FlightSyncStarted = z.infer<typeof FlightSyncStarted>;

export const startFlightSync = defineEndpoint({
  id: "startFlightSync",
  method: "POST",
  path: "/api/sync/flights",
  summary: "Collect schedules and status of one route on one day, again if they are known",
  description: `${WHEN} Of two runs all are waited for. A day that the source does not answer for is refused; one that only one of the two serves is asked of that one.`,
  tag: "Sync",
  access: "operator",
  keyScope: "sync",
  query: z.strictObject({ departure: AirportCode, arrival: AirportCode, date: Day, ...WAIT }),
  response: FlightSyncStarted,
  alsoStatuses: [202],
  errors: ["upstream_unavailable"],
});

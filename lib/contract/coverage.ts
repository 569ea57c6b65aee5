import { z } from "zod";
import { WINDOW_STATES } from "@/lib/model/run";
import { FLIGHT_STREAMS } from "@/lib/model/stream";
import { Day, Instant, Place } from "./codes";
import { daySpan } from "./day-span";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";

const Count = z.number().int().min(0);

/** A quarter of a year: every window of it may be looked at. */
const MOST_DAYS = 92;

export const CoverageDay = z
  .object({
    place: z.string().meta({ description: "Airport, or route", example: "FRA" }),
    day: Day,
    windows: Count.meta({ description: "That were asked" }),
    settled: Count,
    share: z.number().min(0).max(1).meta({
      description:
        "Of the day's time, how much settled windows cover, of an airport on both sides. A day of which nothing was asked is not in the list",
    }),
    flights: Count.meta({ description: "What its answers held; a flight can be in several" }),
  })
  .meta({ id: "CoverageDay" });
export type CoverageDay = z.infer<typeof CoverageDay>;

const COVERAGE_SORTS = ["place", "-place", "day", "-day", "share", "-share"] as const;
export type CoverageSort = (typeof COVERAGE_SORTS)[number];

export const listCoverageDays = defineEndpoint({
  id: "listCoverageDays",
  method: "GET",
  path: "/api/coverage",
  summary: "Collection coverage of one stream by place and day",
  tag: "Coverage",
  access: "viewer",
  query: daySpan(
    {
      stream: z.enum(FLIGHT_STREAMS),
      place: Place.optional(),
      sort: z.enum(COVERAGE_SORTS).default("place").meta({
        description: "What is equal in it follows by place, then by day",
      }),
      fields: fieldsOf(CoverageDay),
    },
    MOST_DAYS,
  ),
  response: z.array(CoverageDay),
});

const CoverageTotal = z
  .object({
    stream: z.enum(FLIGHT_STREAMS),
    state: z.enum(WINDOW_STATES),
    windows: Count,
    settled: Count,
    fetched: Count,
    calls: Count,
  })
  .meta({ id: "CoverageTotal" });
export type CoverageTotal = z.infer<typeof CoverageTotal>;

export const listCoverageTotals = defineEndpoint({
  id: "listCoverageTotals",
  method: "GET",
  path: "/api/coverage/totals",
  summary: "Windows of all places by stream and state",
  tag: "Coverage",
  access: "viewer",
  query: daySpan({ fields: fieldsOf(CoverageTotal) }, MOST_DAYS),
  response: z.array(CoverageTotal),
});

const CoverageWindow = z
  .object({
    stream: z.enum(FLIGHT_STREAMS),
    scope: z.string().meta({ example: "FRA/departures" }),
    key: z.string().meta({ example: "2026-11-23T08:00" }),
    starts_at: Instant,
    ends_at: Instant,
    state: z.enum(WINDOW_STATES),
    settled: z.boolean(),
    expected: Count.nullable().meta({ description: "What the source says there are" }),
    fetched: Count,
    calls: Count,
    observed_at: Instant.nullable().meta({ description: "When it was answered last" }),
    assumed: z.boolean().meta({ description: "`observed_at` is assumed, as of a recording" }),
    message: z.string().nullable(),
    run_id: z.string(),
    payload_ids: z.array(z.string()).meta({ description: "Answers of its newest run" }),
  })
  .meta({ id: "CoverageWindow" });
export type CoverageWindow = z.infer<typeof CoverageWindow>;

export const listCoverageWindows = defineEndpoint({
  id: "listCoverageWindows",
  method: "GET",
  path: "/api/coverage/windows",
  summary: "The windows of one place and day that were asked, with what came of them",
  tag: "Coverage",
  access: "viewer",
  query: z.strictObject({
    place: Place,
    day: Day,
    stream: z.enum(FLIGHT_STREAMS).optional(),
    state: z.enum(WINDOW_STATES).optional(),
    settled: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional()
      .meta({ description: "Whether it need not be asked again" }),
    fields: fieldsOf(CoverageWindow),
  }),
  response: z.array(CoverageWindow),
});

const CoverageGap = z
  .object({
    scope: z.string(),
    key: z.string(),
    day: Day,
    state: z.enum(WINDOW_STATES).nullable().meta({ description: "null: never asked" }),
    message: z.string().nullable(),
    observed_at: Instant.nullable(),
    is_served: z.boolean().meta({ description: "Whether the source still answers for its day" }),
  })
  .meta({ id: "CoverageGap" });

export const CoverageGaps = z
  .object({
    stream: z.enum(FLIGHT_STREAMS),
    windows: Count.meta({ description: "That ought to have been asked in these days" }),
    settled: Count,
    gaps: Count.meta({ description: "Windows that are not settled, of which so many are still" }),
    served: Count.meta({ description: "served: refilling can close these gaps" }),
    items: z.array(CoverageGap).meta({ description: "The first 1,000 in the order of time" }),
  })
  .meta({ id: "CoverageGaps" });
export type CoverageGaps = z.infer<typeof CoverageGaps>;

export const getCoverageGaps = defineEndpoint({
  id: "getCoverageGaps",
  method: "GET",
  path: "/api/coverage/gaps",
  summary: "Windows of tracked places that ought to be settled and are not",
  tag: "Coverage",
  access: "viewer",
  query: daySpan({ stream: z.enum(FLIGHT_STREAMS), place: Place.optional() }, MOST_DAYS),
  response: CoverageGaps,
});

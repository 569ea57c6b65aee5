import { z } from "zod";
import { FLIGHT_STREAMS } from "@/lib/model/stream";
import { Day, Place } from "./codes";
import { daySpan } from "./day-span";
import { defineEndpoint } from "./endpoint";
import { SyncStarted } from "./sync";

/** The days for which schedules are served at a time. */
const MOST_DAYS = 366;

const Count = z.number().int().min(0);

/** `missing`: what is not settled; `again`: everything; `raw`: no call, rows are built anew from kept answers. */
export const BACKFILL_MODES = ["missing", "again", "raw"] as const;

export const BackfillWish = daySpan(
  {
    stream: z.enum(FLIGHT_STREAMS),
    of: z
      .union([z.literal("tracked"), z.array(Place).min(1).max(50)], {
        error: 'must be "tracked" or a list of airports and routes, for example ["FRA", "FRA-LHR"]',
      })
      .default("tracked")
      .meta({
        description:
          "All that is tracked, or airports (FRA) and routes (FRA-LHR). To be left out with mode raw, which reads all kept answers of these days",
      }),
    mode: z.enum(BACKFILL_MODES).default("missing").meta({
      description:
        "missing: windows that are not settled; again: all; raw: rows are built anew from kept answers, without a call",
    }),
  },
  MOST_DAYS,
);
export type BackfillWish = z.infer<typeof BackfillWish>;

export const BackfillPreview = z
  .object({
    stream: z.enum(FLIGHT_STREAMS),
    mode: z.enum(BACKFILL_MODES),
    windows: Count.meta({
      description: "That would be asked; of mode raw the days that have answers",
    }),
    already_settled: Count,
    not_served_any_more: Count.meta({ description: "The source answers for these days no longer" }),
    not_served_yet: Count,
    calls: Count.meta({ description: "Expected" }),
    calls_are_estimate: z.boolean().meta({
      description: "Nothing was asked lately that would tell the number of pages of a window",
    }),
    seconds: Count.nullable().meta({
      description:
        "With the calls that live work leaves; null when none are left, or the source does not answer",
    }),
    changes: z
      .object({
        answers: Count,
        lost_answers: Count.meta({ description: "Noted, but kept nowhere any more" }),
        added: Count,
        changed: Count,
        removed: Count,
        fields: z.record(z.string(), Count).meta({ description: "Changed flights by field" }),
        looked_until: Day.meta({
          description: "Earlier than asked where too much differs to be told at once",
        }),
      })
      .nullable()
      .meta({ description: "Flights that building anew would change; for mode raw" }),
    message: z.string(),
  })
  .meta({ id: "BackfillPreview" });
export type BackfillPreview = z.infer<typeof BackfillPreview>;

export const previewBackfill = defineEndpoint({
  id: "previewBackfill",
  method: "POST",
  path: "/api/backfills/preview",
  summary: "What a backfill would ask, cost and change; nothing is done",
  tag: "Backfills",
  access: "operator",
  keyScope: "sync",
  body: BackfillWish,
  response: BackfillPreview,
});

export const startBackfill = defineEndpoint({
  id: "startBackfill",
  method: "POST",
  path: "/api/backfills",
  summary:
    "Start a backfill: it goes after all other work and uses the calls that live work leaves",
  description:
    "Follow the run at /api/sync/runs/{id}, where it is paused, resumed and cancelled. One of the same scope that is open is answered instead of a second one.",
  tag: "Backfills",
  access: "operator",
  keyScope: "sync",
  body: BackfillWish,
  response: SyncStarted,
  status: 202,
});

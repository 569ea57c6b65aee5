import { z } from "zod";
import { STREAMS } from "@/lib/model/stream";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";

const Count = z.number().int().min(0);

/** What is stored, and how fresh. `airports` counts places of type airport; `places` all that have a code. */
export const Overview = z
  .object({
    as_of: Instant,
    totals: z.object({
      airports: Count,
      places: Count,
      cities: Count,
      countries: Count,
      airlines: Count,
      aircraft: Count,
      payloads: Count,
    }),
    top_countries: z.array(
      z.object({ country_code: z.string(), country_name: z.string().nullable(), airports: Count }),
    ),
    by_continent: z.array(z.object({ continent: z.string().nullable(), airports: Count })),
    freshness: z.array(
      z.object({
        stream: z.enum(STREAMS),
        rows: Count.nullable().meta({
          description: "null for streams of flights, which share theirs",
        }),
        last_complete_at: Instant.nullable(),
        state: z.enum(["fine", "warning", "error"]).meta({
          description:
            "By the rhythm in which it is asked: lists weekly, schedules daily, boards in live rounds; an error when never answered whole",
        }),
      }),
    ),
  })
  .meta({ id: "Overview" });
export type Overview = z.infer<typeof Overview>;

export const getOverview = defineEndpoint({
  id: "getOverview",
  method: "GET",
  path: "/api/overview",
  summary: "Totals, the countries with most airports, and freshness",
  tag: "Overview",
  access: "reader",
  response: Overview,
  cache: "minute",
});

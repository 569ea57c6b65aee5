import { z } from "zod";
import { AirportCode, Instant } from "./codes";
import { defineEndpoint } from "./endpoint";

const Count = z.number().int().min(0);

/** What following something costs. */
const CallForecast = z
  .object({
    calls_a_day: Count.meta({ description: "All calls, those of live rounds included" }),
    live_calls_a_day: Count.meta({
      description: "Of the live rounds, before their share caps them",
    }),
    calls_per_window: z
      .number()
      .meta({ description: "Pages that a window took lately; 1 assumed" }),
    is_estimate: z.boolean().meta({
      description: "Nothing was asked lately that would tell the number of pages",
    }),
  })
  .meta({ id: "CallForecast" });
export type CallForecast = z.infer<typeof CallForecast>;

const TrackedRoute = z
  .object({
    departure: z.string(),
    arrival: z.string(),
    created_by: z.string().nullable(),
    created_at: Instant,
    forecast: CallForecast,
  })
  .meta({ id: "TrackedRoute" });

const TrackedAirport = z
  .object({
    airport_code: z.string(),
    flight_status: z.boolean(),
    flight_information: z.boolean(),
    created_by: z.string().nullable(),
    created_at: Instant,
    forecast: CallForecast,
  })
  .meta({ id: "TrackedAirport" });

/** All that is followed, and what it costs together. */
export const Tracked = z
  .object({
    routes: z.array(TrackedRoute),
    airports: z.array(TrackedAirport),
    total: z.object({
      calls_a_day: Count.meta({ description: "With live rounds as far as their share allows" }),
      live_calls_a_day: Count,
      quota_a_day: Count.nullable().meta({
        description: "null where the source sets no limit, or does not answer",
      }),
      share: z
        .number()
        .nullable()
        .meta({ description: "Of the quota; above 1 it does not suffice" }),
      is_estimate: z.boolean(),
    }),
  })
  .meta({ id: "Tracked" });
export type Tracked = z.infer<typeof Tracked>;

export const getTracked = defineEndpoint({
  id: "getTracked",
  method: "GET",
  path: "/api/tracked",
  summary: "Routes and airports that are followed, with the calls a day that they cost",
  tag: "Tracked",
  access: "viewer",
  response: Tracked,
});

const RouteParams = z.strictObject({ departure: AirportCode, arrival: AirportCode });

export const trackRoute = defineEndpoint({
  id: "trackRoute",
  method: "PUT",
  path: "/api/tracked/routes/{departure}/{arrival}",
  summary: "Follow a route: its schedules, and the flight status of both its airports",
  description: "A route that is followed already stays so. Answers all that is followed.",
  tag: "Tracked",
  access: "operator",
  params: RouteParams,
  response: Tracked,
  errors: ["not_found"],
});

export const untrackRoute = defineEndpoint({
  id: "untrackRoute",
  method: "DELETE",
  path: "/api/tracked/routes/{departure}/{arrival}",
  summary: "Follow a route no longer",
  description: "Its airports stay followed, and what was collected stays.",
  tag: "Tracked",
  access: "operator",
  params: RouteParams,
  response: Tracked,
  errors: ["not_found"],
});

const AirportParams = z.strictObject({ code: AirportCode });

export const trackAirport = defineEndpoint({
  id: "trackAirport",
  method: "PUT",
  path: "/api/tracked/airports/{code}",
  summary: "Follow the boards of an airport, and say which",
  tag: "Tracked",
  access: "operator",
  params: AirportParams,
  body: z.strictObject({
    flight_status: z.boolean().default(true),
    flight_information: z.boolean().default(false),
  }),
  response: Tracked,
  errors: ["not_found"],
});

export const untrackAirport = defineEndpoint({
  id: "untrackAirport",
  method: "DELETE",
  path: "/api/tracked/airports/{code}",
  summary: "Follow the boards of an airport no longer",
  description: "Routes from and to it stay followed, and what was collected stays.",
  tag: "Tracked",
  access: "operator",
  params: AirportParams,
  response: Tracked,
  errors: ["not_found"],
});

import { z } from "zod";
import { FLIGHT_STATUSES, SERVICE_TYPES } from "@/lib/model/flight";
import { Day } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { FlightFilter, UNINDEXED_DAYS } from "./flight-filter";
import { Overview } from "./overview";
import { Paging } from "./paging";

const Count = z.number().int().min(0);

const countsOf = <Word extends string>(words: readonly [Word, ...Word[]]) =>
  z.record(z.enum(words), Count);

/** How much is stored of everything. */
export const Stats = z
  .object({
    totals: z.object({
      ...Overview.shape.totals.shape,
      flights: Count,
      routes: Count.meta({ description: "From one airport to another with at least one flight" }),
      days: Count.meta({ description: "Local days of departure with at least one flight" }),
    }),
    flights_by_status: countsOf(FLIGHT_STATUSES),
    flights_by_service_type: countsOf(SERVICE_TYPES),
    first_flight_date: Day.nullable(),
    last_flight_date: Day.nullable(),
    top_countries: Overview.shape.top_countries,
  })
  .meta({ id: "Stats" });
export type Stats = z.infer<typeof Stats>;

export const getStats = defineEndpoint({
  id: "getStats",
  method: "GET",
  path: "/api/stats",
  summary: "How much is stored of everything",
  tag: "Stats",
  access: "reader",
  response: Stats,
});

/** What flights are counted by. Each is also a filter of their list, which then has as many. */
export const FLIGHT_GROUPS = [
  "day",
  "airline",
  "departure_airport",
  "arrival_airport",
  "route",
  "flight_status",
  "service_type",
  "aircraft_type",
  "hour",
  "weekday",
] as const;
export type FlightGroupKey = (typeof FLIGHT_GROUPS)[number];

export const FlightCount = z
  .object({
    key: z.string().nullable().meta({
      description:
        "A day; an operating airline; an airport; a route `FRA-JFK`; a word; a type; an hour `00` to `23` or a weekday `1` (Monday) to `7` by the clocks at the departure. null where it is not known",
      example: "2026-11-23",
    }),
    flights: Count,
  })
  .meta({ id: "FlightCount" });
export type FlightCount = z.infer<typeof FlightCount>;

export const STATS_SORTS = ["key", "-key", "flights", "-flights"] as const;

export const FlightStatsQuery = z.strictObject({
  ...Paging.shape,
  ...FlightFilter.shape,
  group_by: z.enum(FLIGHT_GROUPS),
  sort: z.enum(STATS_SORTS).default("key"),
  fields: fieldsOf(FlightCount),
});
export type FlightStatsQuery = z.infer<typeof FlightStatsQuery>;

export const listFlightStats = defineEndpoint({
  id: "listFlightStats",
  method: "GET",
  path: "/api/stats/flights",
  summary: "Count flights by what they have in common",
  description: `With the filters of the list of flights, whose totals these are. Counts of all flights by day, status, kind, airport or route are kept ready; others need a day or at most ${UNINDEXED_DAYS} days, or a flight number.`,
  tag: "Stats",
  access: "reader",
  query: FlightStatsQuery,
  response: z.array(FlightCount),
  paged: true,
  errors: ["range_required"],
});

import { z } from "zod";
import { SERVICE_TYPES } from "@/lib/model/flight";
import { AirportCode, Day } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";

const Count = z.number().int().min(0);

/** From one airport to another, as far as flights of it are stored or it is tracked. */
export const FlightRoute = z
  .object({
    departure_airport: z.string(),
    arrival_airport: z.string(),
    tracked: z.boolean().meta({ description: "Whether its schedules are asked for" }),
    flights: Count.meta({ description: "All that are stored" }),
    by_service_type: z.object({ air: Count, rail: Count, bus: Count, other: Count }),
  })
  .meta({ id: "FlightRoute" });
export type FlightRoute = z.infer<typeof FlightRoute>;

export const ROUTE_SORTS = ["route", "-route", "flights", "-flights"] as const;
export type RouteSort = (typeof ROUTE_SORTS)[number];

export const RouteQuery = z.strictObject({
  ...Paging.shape,
  departure_airport: AirportCode.optional(),
  arrival_airport: AirportCode.optional(),
  airport: AirportCode.optional().meta({ description: "Departure or arrival" }),
  service_type: z.enum(SERVICE_TYPES).optional().meta({ description: "With flights of this kind" }),
  tracked: z
    .stringbool({ truthy: ["true"], falsy: ["false"] })
    .optional()
    .meta({
      description: "Whether its schedules are asked for",
    }),
  sort: z.enum(ROUTE_SORTS).default("-flights"),
  fields: fieldsOf(FlightRoute),
});
export type RouteQuery = z.infer<typeof RouteQuery>;

export const listRoutes = defineEndpoint({
  id: "listRoutes",
  method: "GET",
  path: "/api/routes",
  summary: "List routes that were flown or are tracked, with their flights",
  tag: "Flights",
  access: "reader",
  query: RouteQuery,
  response: z.array(FlightRoute),
  paged: true,
});

export const FlightRouteWithDays = FlightRoute.extend({
  first_flight_date: Day.nullable(),
  last_flight_date: Day.nullable(),
}).meta({ id: "FlightRouteWithDays" });
export type FlightRouteWithDays = z.infer<typeof FlightRouteWithDays>;

export const getRoute = defineEndpoint({
  id: "getRoute",
  method: "GET",
  path: "/api/routes/{departure}/{arrival}",
  summary: "Get one route",
  tag: "Flights",
  access: "reader",
  params: z.strictObject({ departure: AirportCode, arrival: AirportCode }),
  response: FlightRouteWithDays,
  errors: ["not_found"],
});

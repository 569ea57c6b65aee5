import { z } from "zod";
import { TEXT_FIELDS, TIME_FIELDS } from "@/lib/model/flight";
import { toSnakeCase } from "@/lib/model/snake-case";
import { FLIGHT_VOICES } from "@/lib/model/stream";
import { Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { FlightFilter, UNINDEXED_DAYS } from "./flight-filter";
import { Flight, FlightId } from "./flights";
import { Paging } from "./paging";

const EVENT_FIELDS = [
  "seen",
  "status",
  "serviceType",
  "stops",
  ...TIME_FIELDS,
  ...TEXT_FIELDS.filter((field) => !field.endsWith("TimeZone")),
];

const EventField = z.enum(EVENT_FIELDS.map(toSnakeCase)).meta({
  description: "`seen` is the first sight",
});

export const FlightEventRow = z
  .object({
    position: z.number().int().meta({ description: "Place in the order of observation" }),
    field: EventField,
    old_value: z.string().nullable(),
    new_value: z.string().nullable(),
    observed_at: Instant,
    stream: z.enum(FLIGHT_VOICES).meta({ description: "`manual`: a person said it" }),
    payload_id: z.string().nullable().meta({
      description:
        "null where a whole window was needed to tell it (withdrawn), and where a person said it",
    }),
  })
  .meta({ id: "FlightEvent" });
export type FlightEventRow = z.infer<typeof FlightEventRow>;

const EventFilter = z.strictObject({
  field: EventField.optional().meta({ description: "Only changes of this field of a flight" }),
});

export const EventsOfFlightQuery = z.strictObject({
  ...Paging.shape,
  ...EventFilter.shape,
  sort: z.enum(["position", "-position"]).default("position"),
  fields: fieldsOf(FlightEventRow),
});
export type EventsOfFlightQuery = z.infer<typeof EventsOfFlightQuery>;

export const listFlightEvents = defineEndpoint({
  id: "listFlightEvents",
  method: "GET",
  path: "/api/flights/{id}/events",
  summary: "What became known of a flight, in the order of observation",
  tag: "Flights",
  access: "reader",
  params: FlightId,
  query: EventsOfFlightQuery,
  response: z.array(FlightEventRow),
  paged: true,
  errors: ["not_found"],
});

/** An event together with what tells its flight from others. */
export const FlightEventOfMany = z
  .object({
    flight_id: z.number().int(),
    ...Flight.pick({
      flight_number: true,
      airline_code: true,
      departure_airport: true,
      arrival_airport: true,
      flight_date: true,
    }).shape,
    ...FlightEventRow.shape,
  })
  .meta({ id: "FlightEventOfMany" });
export type FlightEventOfMany = z.infer<typeof FlightEventOfMany>;

export const EVENT_SORTS = ["departure_time", "-departure_time"] as const;

export const FlightEventQuery = z.strictObject({
  ...Paging.shape,
  ...FlightFilter.shape,
  ...EventFilter.shape,
  sort: z.enum(EVENT_SORTS).default("departure_time").meta({
    description: "By the departures of the flights; the events of one flight as they were observed",
  }),
  fields: fieldsOf(FlightEventOfMany),
});
export type FlightEventQuery = z.infer<typeof FlightEventQuery>;

export const listEvents = defineEndpoint({
  id: "listEvents",
  method: "GET",
  path: "/api/flight-events",
  summary: "List what became known of flights",
  description: `Of the flights that the filter finds. Needs a day or at most ${UNINDEXED_DAYS} days, or a flight number.`,
  tag: "Flights",
  access: "reader",
  query: FlightEventQuery,
  response: z.array(FlightEventOfMany),
  paged: true,
  errors: ["range_required"],
});

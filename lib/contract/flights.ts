import { z } from "zod";
import {
  FLIGHT_STATUSES,
  SERVICE_TYPES,
  TEXT_FIELDS,
  TIME_BASES,
  TIME_FIELDS,
} from "@/lib/model/flight";
import { toSnakeCase } from "@/lib/model/snake-case";
import { FLIGHT_STREAMS } from "@/lib/model/stream";
import { AirlineCode, AirportCode, Day, FlightNumber, Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { Paging } from "./paging";

const FlightTime = z
  .object({
    utc: Instant.nullable().meta({ description: "null where the airport has no known zone" }),
    local: z.string().meta({ description: "Wall time there", example: "2026-11-23T11:05" }),
    basis: z.enum(TIME_BASES).meta({
      description:
        "How `utc` is known: sent by the source; derived from the zone; `earlier`: the hour comes twice and nothing decides; `shifted`: that wall time does not exist and was moved by the gap; no_zone",
    }),
  })
  .meta({ id: "FlightTime" });

const FlightSide = z
  .object({
    airport_code: z.string(),
    time_zone: z.string().nullable().meta({ description: "IANA zone" }),
    scheduled: FlightTime.nullable(),
    estimated: FlightTime.nullable(),
    actual: FlightTime.nullable().meta({ description: "Only what has happened for certain" }),
    delay_minutes: z.number().int().nullable().meta({
      description: "Actual minus scheduled; a diverted flight has none at its arrival",
    }),
    terminal: z.string().nullable(),
    gate: z.string().nullable(),
    status_code: z.string().nullable().meta({ description: "As the source sends it" }),
  })
  .meta({ id: "FlightSide" });

const Codeshare = z
  .object({ flight_number: z.string(), airline_code: z.string() })
  .meta({ id: "Codeshare" });

/** One operation, whoever sells it. */
export const Flight = z
  .object({
    id: z.number().int(),
    flight_number: z.string().nullable().meta({
      description: "Of who operates it; null where the source names only the carrier",
      example: "LH400",
    }),
    airline_code: z.string().meta({ description: "Who operates it" }),
    departure_airport: z.string(),
    arrival_airport: z.string(),
    departure_time: Instant.nullable().meta({ description: "Scheduled" }),
    arrival_time: Instant.nullable().meta({ description: "Scheduled" }),
    flight_status: z.enum(FLIGHT_STATUSES),
    aircraft_type: z.string().nullable(),
    flight_date: Day.meta({ description: "Local day of its scheduled departure" }),
    departure: FlightSide,
    arrival: FlightSide,
    status_code: z.string().nullable().meta({ description: "As the source sends it" }),
    scheduled_block_minutes: z.number().int().nullable(),
    actual_block_minutes: z.number().int().nullable(),
    registration: z.string().nullable(),
    service_type: z.enum(SERVICE_TYPES),
    stops: z.number().int().meta({ description: "Above 0 it is a segment of several legs" }),
    operation: z.string().meta({
      description:
        "Empty, or the scheduled time of departure that tells it from another operation of this number on this day",
    }),
    codeshares: z.array(Codeshare),
    first_seen_at: Instant,
    last_seen_at: Instant,
    run_id: z.string().nullable(),
    payload_id: z.string().nullable().meta({ description: "The newest answer that tells of it" }),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: "Flight" });
export type Flight = z.infer<typeof Flight>;

/** `departure_time` follows the days of departure and the instants within them. */
export const FLIGHT_SORTS = ["id", "-id", "departure_time", "-departure_time"] as const;
export type FlightSort = (typeof FLIGHT_SORTS)[number];

export const FlightQuery = z.strictObject({
  ...Paging.shape,
  departure_airport: AirportCode.optional(),
  arrival_airport: AirportCode.optional(),
  flight_date: Day.optional(),
  airline_code: AirlineCode.optional().meta({ description: "Who operates or sells it" }),
  flight_number: FlightNumber.optional().meta({
    description: "Of who operates it or of any codeshare, for example LH400",
  }),
  sort: z.enum(FLIGHT_SORTS).optional().meta({
    description:
      "By `departure_time` where an airport, a day or a flight number is asked for, which it needs; else by `id`",
  }),
});
export type FlightQuery = z.infer<typeof FlightQuery>;

export const listFlights = defineEndpoint({
  id: "listFlights",
  method: "GET",
  path: "/api/flights",
  summary: "List flights",
  description: "One row is one operation; a search by any number that it is sold under finds it.",
  tag: "Flights",
  access: "reader",
  query: FlightQuery,
  response: z.array(Flight),
  paged: true,
  errors: ["range_required"],
});

const FlightId = z.strictObject({ id: z.coerce.number().int().min(1) });

export const getFlight = defineEndpoint({
  id: "getFlight",
  method: "GET",
  path: "/api/flights/{id}",
  summary: "Get one flight",
  description:
    "The id of a row that was joined into another, once its number was known, answers that one.",
  tag: "Flights",
  access: "reader",
  params: FlightId,
  response: Flight,
  errors: ["not_found"],
});

const EVENT_FIELDS = [
  "seen",
  "status",
  "serviceType",
  "stops",
  ...TIME_FIELDS,
  ...TEXT_FIELDS.filter((field) => !field.endsWith("TimeZone")),
];

export const FlightEventRow = z
  .object({
    position: z.number().int().meta({ description: "Place in the order of observation" }),
    field: z.enum(EVENT_FIELDS.map(toSnakeCase)).meta({ description: "`seen` is the first sight" }),
    old_value: z.string().nullable(),
    new_value: z.string().nullable(),
    observed_at: Instant,
    stream: z.enum(FLIGHT_STREAMS),
    payload_id: z.string().nullable().meta({
      description: "null where a whole window was needed to tell it (withdrawn)",
    }),
  })
  .meta({ id: "FlightEvent" });
export type FlightEventRow = z.infer<typeof FlightEventRow>;

export const listFlightEvents = defineEndpoint({
  id: "listFlightEvents",
  method: "GET",
  path: "/api/flights/{id}/events",
  summary: "What became known of a flight, in the order of observation",
  tag: "Flights",
  access: "reader",
  params: FlightId,
  response: z.array(FlightEventRow),
  errors: ["not_found"],
});

import { z } from "zod";
import { FLIGHT_STATUSES, SERVICE_TYPES, TIME_BASES } from "@/lib/model/flight";
import { ROW_SOURCES } from "@/lib/model/source";
import { AirportCode, Day, Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { FlightFilter } from "./flight-filter";
import { Paging } from "./paging";

export const FlightTime = z
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
    source: z.enum(ROW_SOURCES).meta({
      description: "`manual` where a person said something of it that counts",
    }),
    version: z.number().int().meta({ description: "Rises with each change of what is shown" }),
    first_seen_at: Instant,
    last_seen_at: Instant.meta({ description: "When an answer told of it last" }),
    run_id: z.string().nullable(),
    payload_id: z.string().nullable().meta({
      description: "The newest answer that tells of it; null where only a person does",
    }),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: "Flight" });
export type Flight = z.infer<typeof Flight>;

/** `departure_time` follows the days of departure and the instants within them. */
export const FLIGHT_SORTS = ["id", "-id", "departure_time", "-departure_time"] as const;
export type FlightSort = (typeof FLIGHT_SORTS)[number];

/** How a list of flights is paged, ordered and cut. */
const listed = {
  ...Paging.shape,
  sort: z.enum(FLIGHT_SORTS).optional().meta({
    description:
      "`departure_time` follows the days of departure and the instants within them. Unless told, by `departure_time` where an airport, a day or a flight number is asked for, else by `id`",
  }),
  fields: fieldsOf(Flight),
};

export const FlightQuery = z.strictObject({ ...listed, ...FlightFilter.shape });
export type FlightQuery = z.infer<typeof FlightQuery>;

const ABOUT_TOTALS =
  "The total is exact where days, kinds, statuses, airports or routes alone are asked for, else it is counted to 10,000 (`X-Total-Count-Exact: false` beyond).";

export const listFlights = defineEndpoint({
  id: "listFlights",
  method: "GET",
  path: "/api/flights",
  summary: "List flights",
  description: `One row is one operation; a search by any number that it is sold under finds it. ${ABOUT_TOTALS}`,
  tag: "Flights",
  access: "reader",
  query: FlightQuery,
  response: z.array(Flight),
  paged: true,
  errors: ["range_required"],
});

export const listRouteFlights = defineEndpoint({
  id: "listRouteFlights",
  method: "GET",
  path: "/api/flights/route/{departure}/{arrival}",
  summary: "List the flights of one route",
  description: ABOUT_TOTALS,
  tag: "Flights",
  access: "reader",
  params: z.strictObject({ departure: AirportCode, arrival: AirportCode }),
  query: z.strictObject({
    ...listed,
    ...FlightFilter.omit({ departure_airport: true, arrival_airport: true, airport: true, q: true })
      .shape,
  }),
  response: z.array(Flight),
  paged: true,
  errors: ["range_required"],
});

export const FlightId = z.strictObject({ id: z.coerce.number().int().min(1) });

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
  versioned: true,
  errors: ["not_found"],
});

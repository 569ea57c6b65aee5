import { z } from "zod";
import { FLIGHT_STATUSES, SERVICE_TYPES } from "@/lib/model/flight";
import { AircraftCode, AirlineCode, AirportCode, Day, FlightNumber } from "./codes";
import { defineEndpoint } from "./endpoint";
import { Flight, FlightId } from "./flights";

const WHOLE_MINUTE = /^(20\d\d)-[^T]+T\d\d:\d\d(:00(\.0+)?)?Z$/;

/** A moment of a flight: they are known to the minute, and recordings begin in this century. */
const Moment = z.iso
  .datetime({ error: "must be a UTC instant, for example 2026-11-23T10:05:00Z", abort: true })
  .regex(WHOLE_MINUTE, "must be a whole minute of the years 2000 to 2099")
  .meta({ description: "UTC instant, to the minute", example: "2026-11-23T10:05:00Z" });

const Place = z.string().trim().min(1).max(10);

/** null is as good as left out, so that what was read can be sent back. */
const SAID = {
  airline_code: AirlineCode.nullish().meta({
    description: "Who operates it: the carrier of `flight_number`",
  }),
  flight_date: Day.nullish().meta({
    description: "Local day of its scheduled departure, which follows from `departure_time`",
  }),
  arrival_time: Moment.nullish().meta({ description: "Scheduled, UTC" }),
  flight_status: z.enum(FLIGHT_STATUSES).nullish(),
  aircraft_type: AircraftCode.nullish(),
  registration: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{2,10}$/, "must be a registration, for example DAIXA")
    .nullish()
    .meta({ example: "DAIXA" }),
  service_type: z.enum(SERVICE_TYPES).nullish(),
  departure_terminal: Place.nullish().meta({ example: "1" }),
  departure_gate: Place.nullish().meta({ example: "A12" }),
  arrival_terminal: Place.nullish(),
  arrival_gate: Place.nullish(),
  actual_departure_time: Moment.nullish().meta({ description: "It has happened; UTC" }),
  actual_arrival_time: Moment.nullish().meta({ description: "It has happened; UTC" }),
};

export const NewFlight = z
  .strictObject({
    flight_number: FlightNumber.meta({ description: "Of who operates it" }),
    departure_airport: AirportCode,
    arrival_airport: AirportCode,
    departure_time: Moment.meta({ description: "Scheduled, UTC" }),
    ...SAID,
  })
  .meta({ id: "NewFlight" });
export type NewFlight = z.infer<typeof NewFlight>;

export const FlightEdit = z
  .strictObject({
    flight_number: FlightNumber.nullish().meta({ description: "As it is: it cannot be changed" }),
    departure_airport: AirportCode.nullish().meta({
      description: "As it is: it cannot be changed",
    }),
    arrival_airport: AirportCode.nullish().meta({ description: "As it is: it cannot be changed" }),
    departure_time: Moment.nullish().meta({
      description: "Scheduled, UTC; on the same local day",
    }),
    ...SAID,
  })
  .meta({ id: "FlightEdit" });
export type FlightEdit = z.infer<typeof FlightEdit>;

export const createFlight = defineEndpoint({
  id: "createFlight",
  method: "POST",
  path: "/api/flights",
  summary: "Add a flight",
  description:
    "What is given is a person's word, which no later answer changes; what is left out, answers may fill. Times need the zone of their airport. An airport or an airline that nobody knows is 400, a flight that is there already 409.",
  tag: "Flights",
  access: "operator",
  body: NewFlight,
  response: Flight,
  status: 201,
  versioned: true,
  errors: ["conflict"],
});

export const replaceFlight = defineEndpoint({
  id: "replaceFlight",
  method: "PUT",
  path: "/api/flights/{id}",
  summary: "Set what a person says of a flight",
  description:
    "The body is all that a person says. A field that differs from what the answers say is kept against every later one; a field that is left out, null or the same goes back to the answers. Number, carrier, route and day are what the flight is known by: they cannot be changed (400); add another flight and delete this one.",
  tag: "Flights",
  access: "operator",
  params: FlightId,
  body: FlightEdit,
  response: Flight,
  versioned: true,
  errors: ["not_found"],
});

export const deleteFlight = defineEndpoint({
  id: "deleteFlight",
  method: "DELETE",
  path: "/api/flights/{id}",
  summary: "Delete a flight with its events, codeshares and observations",
  description:
    "An answer that still has it, later or read again from the raw store, brings it back under a new id.",
  tag: "Flights",
  access: "operator",
  params: FlightId,
  response: z.null(),
  status: 204,
  versioned: true,
  errors: ["not_found"],
});

import { z } from "zod";
import { AirlineCode } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { FlightFilter } from "./flight-filter";
import { Flight, FlightId } from "./flights";
import { Paging } from "./paging";

/** A number under which a flight is sold beside the one of who operates it. */
export const SoldFlight = z
  .object({
    flight_id: z.number().int(),
    flight_number: z.string().meta({ description: "Under which it is sold", example: "UA8839" }),
    airline_code: z.string().meta({ description: "Who sells it" }),
    operating_flight_number: Flight.shape.flight_number,
    operating_airline: z.string().meta({ description: "Who operates it" }),
    ...Flight.pick({ departure_airport: true, arrival_airport: true, flight_date: true }).shape,
  })
  .meta({ id: "SoldFlight" });
export type SoldFlight = z.infer<typeof SoldFlight>;

/** `departure_time` is that of the flight; `flight_number` follows the seller, the number and the flight. */
export const CODESHARE_SORTS = [
  "departure_time",
  "-departure_time",
  "flight_number",
  "-flight_number",
] as const;

export const CodeshareFilter = z.strictObject({
  airline_code: AirlineCode.optional().meta({ description: "Who sells it" }),
  ...FlightFilter.pick({
    operating_airline: true,
    departure_airport: true,
    arrival_airport: true,
    flight_date: true,
    from: true,
    to: true,
  }).shape,
  flight_number: FlightFilter.shape.flight_number.meta({
    description: "Under which it is sold, for example UA8839",
  }),
});
export type CodeshareFilter = z.infer<typeof CodeshareFilter>;

export const CodeshareQuery = z.strictObject({
  ...Paging.shape,
  ...CodeshareFilter.shape,
  sort: z.enum(CODESHARE_SORTS).optional().meta({
    description:
      "Unless told, by `flight_number` where only a seller is asked for, else by `departure_time`, which needs days where a seller is asked for",
  }),
  fields: fieldsOf(SoldFlight),
});
export type CodeshareQuery = z.infer<typeof CodeshareQuery>;

export const listCodeshares = defineEndpoint({
  id: "listCodeshares",
  method: "GET",
  path: "/api/codeshares",
  summary: "List the numbers under which flights are sold",
  description:
    "One row for each flight and each number beside its operator's own. An operating airline or an airport needs a day, at most 92 days, or a number.",
  tag: "Flights",
  access: "reader",
  query: CodeshareQuery,
  response: z.array(SoldFlight),
  paged: true,
  errors: ["range_required"],
});

export const CodesharesOfFlightQuery = z.strictObject({
  ...Paging.shape,
  airline_code: AirlineCode.optional().meta({ description: "Who sells it" }),
  sort: z.enum(["flight_number", "-flight_number"]).default("flight_number"),
  fields: fieldsOf(SoldFlight),
});
export type CodesharesOfFlightQuery = z.infer<typeof CodesharesOfFlightQuery>;

export const listFlightCodeshares = defineEndpoint({
  id: "listFlightCodeshares",
  method: "GET",
  path: "/api/flights/{id}/codeshares",
  summary: "The other numbers under which a flight is sold",
  tag: "Flights",
  access: "reader",
  params: FlightId,
  query: CodesharesOfFlightQuery,
  response: z.array(SoldFlight),
  paged: true,
  errors: ["not_found"],
});

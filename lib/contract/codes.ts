import { z } from "zod";
import { FLIGHT_NUMBER } from "@/lib/model/flight-number";

const upper = (pattern: RegExp, what: string, example: string) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(pattern, `must be ${what}, for example ${example}`)
    .meta({ description: what, example });

export const AirportCode = upper(/^[A-Z]{3}$/, "an IATA airport code of three letters", "FRA");
export const Place = upper(
  /^([A-Z]{3})(-(?!\1)[A-Z]{3})?$/,
  "an airport or a route of two airports",
  "FRA-LHR",
);
export const CountryCode = upper(/^[A-Z]{2}$/, "an ISO 3166 country code of two letters", "DE");
export const AirlineCode = upper(
  /^[A-Z0-9]{2,3}$/,
  "an airline code of two or three characters",
  "LH",
);
export const FlightNumber = upper(
  FLIGHT_NUMBER,
  "an airline code with a number of up to four digits",
  "LH400",
);

const FIRST_DAY = "1990-01-01";
const LAST_DAY = "2199-12-31";

/** Nothing where there is no text at all: that is said in the same words for every field. */
const sayDay = ({ code }: { code?: string | undefined }): string | undefined =>
  code === "invalid_format" ? "must be a day, for example 2026-11-23" : undefined;

/** A day as JSON, without a zone: whose day it is, the field says. */
export const Day = z.iso
  .date({ error: sayDay, abort: true })
  .refine((day) => FIRST_DAY <= day && day <= LAST_DAY, {
    error: `must be a day from ${FIRST_DAY} to ${LAST_DAY}`,
  })
  .meta({ description: "Day", example: "2026-11-23" });

/** An instant as JSON: ISO 8601, UTC, with Z. */
export const Instant = z.iso
  .datetime()
  .meta({ description: "UTC instant", example: "2026-11-23T10:00:00.000Z" });

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
export const AircraftCode = upper(
  /^[A-Z0-9]{3,4}$/,
  "an aircraft code of three or four characters",
  "32N",
);
export const CityCode = upper(/^[A-Z]{3}$/, "an IATA city code of three letters", "BER");
export const Continent = upper(
  /^(AF|AN|AS|EU|NA|OC|SA)$/,
  "a continent: AF, AN, AS, EU, NA, OC or SA",
  "EU",
);
export const FlightNumber = upper(
  FLIGHT_NUMBER,
  "an airline code with a number of up to four digits",
  "LH400",
);

const FIRST_DAY = "1990-01-01";
const LAST_DAY = "2199-12-31";

/** Nothing where there is no text at all: that is said in the same words for every field. */
const say =
  (what: string) =>
  ({ code }: { code?: string | undefined }): string | undefined =>
    code === "invalid_format" ? `must be ${what}` : undefined;

/** A day as JSON, without a zone: whose day it is, the field says. */
export const Day = z.iso
  .date({ error: say("a day, for example 2026-11-23"), abort: true })
  .refine((day) => FIRST_DAY <= day && day <= LAST_DAY, {
    error: `must be a day from ${FIRST_DAY} to ${LAST_DAY}`,
  })
  .meta({ description: "Day", example: "2026-11-23" });

/** An instant as JSON: ISO 8601, UTC, with Z. */
export const Instant = z.iso
  .datetime({ error: say("a UTC instant, for example 2026-11-23T10:00:00Z") })
  .meta({ description: "UTC instant", example: "2026-11-23T10:00:00.000Z" });

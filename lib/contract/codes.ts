import { z } from "zod";

const upper = (pattern: RegExp, what: string, example: string) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(pattern, `must be ${what}, for example ${example}`)
    .meta({ description: what, example });

export const AirportCode = upper(/^[A-Z]{3}$/, "an IATA airport code of three letters", "FRA");
export const CountryCode = upper(/^[A-Z]{2}$/, "an ISO 3166 country code of two letters", "DE");

/** An instant as JSON: ISO 8601, UTC, with Z. */
export const Instant = z.iso
  .datetime()
  .meta({ description: "UTC instant", example: "2026-11-23T10:00:00.000Z" });

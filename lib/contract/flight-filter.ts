import { z } from "zod";
import { FLIGHT_STATUSES, SERVICE_TYPES } from "@/lib/model/flight";
import { FLIGHT_NUMBER } from "@/lib/model/flight-number";
import {
  AircraftCode,
  AirlineCode,
  AirportCode,
  CountryCode,
  Day,
  FlightNumber,
  Instant,
} from "./codes";

/** The most days that a filter without an index may look through. */
export const UNINDEXED_DAYS = 92;

const DAY_MINUTES = 24 * 60;

/** `landed,diverted`: one of a closed list of words, or several. */
const anyOf = <Word extends string>(words: readonly [Word, ...Word[]], description: string) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .transform((text, context): Word[] => {
      const asked = text.split(",").map((word) => word.trim());
      const known = words.filter((word) => asked.includes(word));
      const unknown = asked.filter((word) => !words.some((each) => each === word));
      if (unknown.length === 0) return known;
      context.addIssue({
        code: "custom",
        message: `must be one or several of ${words.join(", ")}`,
      });
      return z.NEVER;
    })
    .meta({ description, example: words[0] });

const minutes = (description: string) =>
  z.coerce
    .number()
    .int()
    .min(-DAY_MINUTES)
    .max(30 * DAY_MINUTES)
    .optional()
    .meta({ description, example: 15 });

const AIRPORT_OR_AIRLINE = /^[A-Z0-9]{2,3}$/;

/** What somebody types into one field. Blanks within do not count: `lh 400`. */
const SearchCode = z
  .string()
  .transform((text) => text.replace(/\s+/g, "").toUpperCase())
  .pipe(
    z.string().refine((text) => FLIGHT_NUMBER.test(text) || AIRPORT_OR_AIRLINE.test(text), {
      error: "must be a flight number, an airport code or an airline code, for example LH400",
    }),
  )
  .meta({ description: "A flight number, an airport or an airline, as typed", example: "lh 400" });

const NEEDS_DAYS = `Needs a day or at most ${UNINDEXED_DAYS} days, or a flight number`;

/** What flights are asked for. Everywhere where they are listed, counted or exported it is the same. */
export const FlightFilter = z.strictObject({
  departure_airport: AirportCode.optional(),
  arrival_airport: AirportCode.optional(),
  airport: AirportCode.optional().meta({ description: "Departure or arrival" }),
  flight_date: Day.optional().meta({ description: "Local day of scheduled departure" }),
  from: Day.optional().meta({ description: "First local day of departure, included" }),
  to: Day.optional().meta({ description: "Last local day of departure, included" }),
  airline_code: AirlineCode.optional().meta({ description: "Who operates or sells it" }),
  operating_airline: AirlineCode.optional().meta({ description: "Who operates it" }),
  marketing_airline: AirlineCode.optional().meta({
    description: `Who sells it under a number of their own beside the operator's. ${NEEDS_DAYS}`,
  }),
  flight_number: FlightNumber.optional().meta({
    description: "Of who operates it or of any codeshare, for example LH400",
  }),
  flight_status: anyOf(
    FLIGHT_STATUSES,
    `One, or several separated by commas. ${NEEDS_DAYS}`,
  ).optional(),
  service_type: anyOf(
    SERVICE_TYPES,
    `One, or several separated by commas. ${NEEDS_DAYS}`,
  ).optional(),
  aircraft_type: AircraftCode.optional().meta({ description: NEEDS_DAYS }),
  registration: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{2,10}$/, "must be a registration, for example D-AIXP")
    .optional()
    .meta({ description: `With or without its dash. ${NEEDS_DAYS}`, example: "D-AIXP" }),
  departure_country: CountryCode.optional().meta({ description: NEEDS_DAYS }),
  arrival_country: CountryCode.optional().meta({ description: NEEDS_DAYS }),
  departure_delay_min: minutes(`At least so many minutes late; early is negative. ${NEEDS_DAYS}`),
  departure_delay_max: minutes(`At most so many minutes late. ${NEEDS_DAYS}`),
  arrival_delay_min: minutes(`At least so many minutes late; early is negative. ${NEEDS_DAYS}`),
  arrival_delay_max: minutes(`At most so many minutes late. ${NEEDS_DAYS}`),
  departure_hour: z.coerce
    .number()
    .int()
    .min(0)
    .max(23)
    .optional()
    .meta({
      description: `Hour of scheduled departure by the clocks there. ${NEEDS_DAYS}`,
    }),
  departure_weekday: z.coerce
    .number()
    .int()
    .min(1)
    .max(7)
    .optional()
    .meta({
      description: `Local day of departure: 1 is Monday, 7 Sunday. ${NEEDS_DAYS}`,
    }),
  updated_since: Instant.optional().meta({
    description: `Changed at this instant or later. ${NEEDS_DAYS}`,
  }),
  q: SearchCode.optional(),
});
export type FlightFilter = z.infer<typeof FlightFilter>;

import { z } from "zod";
import { LOCATION_TYPES } from "@/lib/model/airport";
import { ROW_SOURCES } from "@/lib/model/source";
import { AirportCode, CountryCode, Instant } from "./codes";
import { defineEndpoint } from "./endpoint";
import { Paging } from "./paging";

export const Airport = z
  .object({
    id: z.number().int(),
    airport_code: AirportCode,
    name: z.string().nullable(),
    city_code: z.string().nullable(),
    city_name: z.string().nullable(),
    country_code: z.string().nullable(),
    country_name: z.string().nullable(),
    location_type: z.enum(LOCATION_TYPES).nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    utc_offset: z.string().nullable().meta({ description: "Standard time, e.g. +01:00" }),
    time_zone: z.string().nullable().meta({ description: "IANA zone" }),
    time_zone_basis: z.enum(["sent", "derived"]).nullable(),
    source: z.enum(ROW_SOURCES),
    /** What Lufthansa says instead, where a person's edit differs from it. */
    source_differences: z
      .record(z.string(), z.union([z.string(), z.number(), z.null()]))
      .nullable(),
    run_id: z.string().nullable(),
    payload_id: z.string().nullable(),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: "Airport" });
export type Airport = z.infer<typeof Airport>;

/** Sort keys are a closed list; a minus means descending. */
export const AIRPORT_SORTS = [
  "airport_code",
  "-airport_code",
  "name",
  "-name",
  "country_code",
  "-country_code",
] as const;
export type AirportSort = (typeof AIRPORT_SORTS)[number];

export const AirportFilter = z.strictObject({
  country_code: CountryCode.optional(),
  location_type: z.enum(LOCATION_TYPES).optional(),
  q: z.string().trim().min(1).max(80).optional().meta({
    description: "Code, or part of the name or the city's name.",
  }),
});
export type AirportFilter = z.infer<typeof AirportFilter>;

export const AirportQuery = z.strictObject({
  ...Paging.shape,
  ...AirportFilter.shape,
  sort: z.enum(AIRPORT_SORTS).default("airport_code"),
});
export type AirportQuery = z.infer<typeof AirportQuery>;

export const listAirports = defineEndpoint({
  id: "listAirports",
  method: "GET",
  path: "/api/airports",
  summary: "List airports",
  tag: "Airports",
  access: "reader",
  query: AirportQuery,
  response: z.array(Airport),
  paged: true,
});

export const getAirport = defineEndpoint({
  id: "getAirport",
  method: "GET",
  path: "/api/airports/{code}",
  summary: "Get one airport",
  description:
    "An airport that Lufthansa's list lacks and open data knows (DEN, HKG, MIA) is kept from then on, with source open_data.",
  tag: "Airports",
  access: "reader",
  params: z.strictObject({ code: AirportCode }),
  response: Airport,
  errors: ["not_found"],
});

/** Columns rather than objects: ten thousand points in one small answer. */
export const AirportPositions = z
  .object({
    codes: z.array(z.string()),
    names: z.array(z.string()),
    latitudes: z.array(z.number()),
    longitudes: z.array(z.number()),
    without_position: z.number().int(),
  })
  .meta({ id: "AirportPositions" });
export type AirportPositions = z.infer<typeof AirportPositions>;

export const listAirportPositions = defineEndpoint({
  id: "listAirportPositions",
  method: "GET",
  path: "/api/airports/positions",
  summary: "Positions of all airports that match, for a map",
  tag: "Airports",
  access: "reader",
  query: AirportFilter,
  response: AirportPositions,
});

import { z } from "zod";
import { LOCATION_TYPES, TIME_ZONE_BASES } from "@/lib/model/airport";
import { AirportCode, CityCode, Continent, CountryCode } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";
import { Provenance, SearchText, SourceFilter } from "./provenance";
import { TimeZone } from "./time-zone";

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
    time_zone_basis: z.enum(TIME_ZONE_BASES).nullable().meta({
      description:
        "How the zone is known: sent by the source, derived from the position, or set by a person (manual)",
    }),
    ...Provenance.shape,
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
  continent: Continent.optional(),
  city_code: CityCode.optional(),
  location_type: z.enum(LOCATION_TYPES).optional(),
  time_zone: TimeZone.optional(),
  has_position: z
    .enum(["true", "false"])
    .optional()
    .meta({ description: "Whether latitude and longitude are known" }),
  source: SourceFilter,
  q: SearchText.meta({ description: "Code, or part of the name or the city's name." }),
});
export type AirportFilter = z.infer<typeof AirportFilter>;

export const AirportQuery = z.strictObject({
  ...Paging.shape,
  ...AirportFilter.shape,
  sort: z.enum(AIRPORT_SORTS).default("airport_code"),
  fields: fieldsOf(Airport),
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

const AirportParams = z.strictObject({ code: AirportCode });

export const getAirport = defineEndpoint({
  id: "getAirport",
  method: "GET",
  path: "/api/airports/{code}",
  summary: "Get one airport",
  description:
    "An airport that Lufthansa's list lacks and open data knows (DEN, HKG, MIA) becomes a row of source open_data the first time that somebody asks for it, once that list was collected; one that a person deleted stays deleted.",
  tag: "Airports",
  access: "reader",
  params: AirportParams,
  query: z.strictObject({ fields: fieldsOf(Airport) }),
  response: Airport,
  versioned: true,
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

const SAID = {
  name: z.string().trim().min(1).max(160).nullable().optional(),
  city_code: CityCode.nullable().optional(),
  country_code: CountryCode.nullable().optional(),
  country_name: z.string().trim().min(1).max(120).nullable().optional().meta({
    description:
      "Not kept: answers show the name in the list of countries. Refused where it is that of another country than `country_code`.",
  }),
  location_type: z.enum(LOCATION_TYPES).nullable().optional(),
  latitude: z.number().min(-90).max(90).nullable().optional().meta({
    description: "Degrees; five decimals are kept. Together with longitude.",
  }),
  longitude: z.number().min(-180).max(180).nullable().optional(),
  time_zone: TimeZone.nullable().optional().meta({
    description: "IANA zone; `utc_offset` becomes its standard time",
  }),
};

type Position = {
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
};
const kindOf = (value: number | null | undefined) => (value === null ? "null" : typeof value);
const isWhole = ({ latitude, longitude }: Position) => kindOf(latitude) === kindOf(longitude);
const WHOLE = { path: ["longitude"], error: "goes together with latitude: give both or neither" };

/** What a person says of an airport: a field that is left out is left to the sources, null says that there is none. */
const AirportEdit = z
  .strictObject({ airport_code: AirportCode.optional(), ...SAID })
  .refine(isWhole, WHOLE)
  .meta({ id: "AirportEdit" });
export type AirportEdit = z.infer<typeof AirportEdit>;

const NewAirport = z
  .strictObject({ airport_code: AirportCode, ...SAID })
  .refine(isWhole, WHOLE)
  .meta({ id: "NewAirport" });
export type NewAirport = z.infer<typeof NewAirport>;

export const createAirport = defineEndpoint({
  id: "createAirport",
  method: "POST",
  path: "/api/airports",
  summary: "Add an airport",
  description:
    "What is given is a person's word (`manual_fields`), which no sync changes; what is left out, Lufthansa's list may fill later. 409 where the code has a row already.",
  tag: "Airports",
  access: "operator",
  body: NewAirport,
  response: Airport,
  status: 201,
  versioned: true,
  errors: ["conflict"],
});

export const replaceAirport = defineEndpoint({
  id: "replaceAirport",
  method: "PUT",
  path: "/api/airports/{code}",
  summary: "Set what a person says of an airport",
  description:
    "The body is all that a person says. A field that differs from what the source says is kept against every later sync (`manual_fields`; null counts: there is none); one that is left out, or the same, goes back to the source. `source_differences` tells what the source says instead.",
  tag: "Airports",
  access: "operator",
  params: AirportParams,
  body: AirportEdit,
  response: Airport,
  versioned: true,
  errors: ["not_found"],
});

export const deleteAirport = defineEndpoint({
  id: "deleteAirport",
  method: "DELETE",
  path: "/api/airports/{code}",
  summary: "Delete an airport",
  description:
    "For good where only a person knew it. One that Lufthansa still lists comes back with the next sync of airports. 409 with what refers to it (`references`) while flights, tracked routes or tracked airports do.",
  tag: "Airports",
  access: "operator",
  params: AirportParams,
  response: z.null(),
  status: 204,
  versioned: true,
  errors: ["not_found", "conflict"],
});

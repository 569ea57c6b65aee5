import { z } from "zod";
import { CityCode, Continent, CountryCode } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";
import { Provenance, SearchText, SourceFilter } from "./provenance";
import { TimeZone } from "./time-zone";

/** Named by its code alone, and nobody changes it through the API: its ETag is that of the answer. */
export const City = z
  .object({
    city_code: z.string(),
    city_name: z.string().nullable(),
    country_code: z.string().nullable(),
    country_name: z.string().nullable(),
    utc_offset: z.string().nullable().meta({ description: "Standard time, e.g. +01:00" }),
    time_zone: z.string().nullable().meta({ description: "IANA zone" }),
    airport_codes: z.array(z.string()).meta({ description: "As the source lists them" }),
    ...Provenance.shape,
  })
  .meta({ id: "City" });
export type City = z.infer<typeof City>;

const CITY_SORTS = [
  "city_code",
  "-city_code",
  "city_name",
  "-city_name",
  "country_code",
  "-country_code",
] as const;
export type CitySort = (typeof CITY_SORTS)[number];

const CityQuery = z.strictObject({
  ...Paging.shape,
  country_code: CountryCode.optional(),
  continent: Continent.optional(),
  time_zone: TimeZone.optional(),
  source: SourceFilter,
  q: SearchText.meta({ description: "Code, or part of the name" }),
  sort: z.enum(CITY_SORTS).default("city_code"),
  fields: fieldsOf(City),
});
export type CityQuery = z.infer<typeof CityQuery>;

export const listCities = defineEndpoint({
  id: "listCities",
  method: "GET",
  path: "/api/cities",
  summary: "List cities",
  tag: "Countries and cities",
  access: "reader",
  query: CityQuery,
  response: z.array(City),
  paged: true,
});

export const getCity = defineEndpoint({
  id: "getCity",
  method: "GET",
  path: "/api/cities/{code}",
  summary: "Get one city",
  tag: "Countries and cities",
  access: "reader",
  params: z.strictObject({ code: CityCode }),
  query: z.strictObject({ fields: fieldsOf(City) }),
  response: City,
  errors: ["not_found"],
});

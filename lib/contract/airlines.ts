import { z } from "zod";
import { AirlineCode, CountryCode } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";
import { Provenance, SearchText, SourceFilter } from "./provenance";

const IcaoCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}$/, "must be an ICAO airline code of three letters, for example DLH")
  .meta({ description: "an ICAO airline code of three letters", example: "DLH" });

export const Airline = z
  .object({
    id: z.number().int(),
    airline_code: z.string(),
    airline_name: z.string().nullable(),
    icao_code: z.string().nullable(),
    country_code: z.string().nullable(),
    ...Provenance.shape,
  })
  .meta({ id: "Airline" });
export type Airline = z.infer<typeof Airline>;

const AIRLINE_SORTS = ["airline_code", "-airline_code", "airline_name", "-airline_name"] as const;
export type AirlineSort = (typeof AIRLINE_SORTS)[number];

const AirlineQuery = z.strictObject({
  ...Paging.shape,
  country_code: CountryCode.optional(),
  icao_code: IcaoCode.optional(),
  source: SourceFilter,
  q: SearchText.meta({ description: "Code, ICAO code, or part of the name" }),
  sort: z.enum(AIRLINE_SORTS).default("airline_code"),
  fields: fieldsOf(Airline),
});
export type AirlineQuery = z.infer<typeof AirlineQuery>;

export const listAirlines = defineEndpoint({
  id: "listAirlines",
  method: "GET",
  path: "/api/airlines",
  summary: "List airlines",
  tag: "Airlines",
  access: "reader",
  query: AirlineQuery,
  response: z.array(Airline),
  paged: true,
});

const AirlineParams = z.strictObject({ code: AirlineCode });

export const getAirline = defineEndpoint({
  id: "getAirline",
  method: "GET",
  path: "/api/airlines/{code}",
  summary: "Get one airline",
  tag: "Airlines",
  access: "reader",
  params: AirlineParams,
  query: z.strictObject({ fields: fieldsOf(Airline) }),
  response: Airline,
  versioned: true,
  errors: ["not_found"],
});

const SAID = {
  airline_name: z.string().trim().min(1).max(160).nullable().optional(),
  icao_code: IcaoCode.nullable().optional(),
  country_code: CountryCode.nullable().optional(),
};

/** What a person says of an airline: a field that is left out is left to the sources, null says that there is none. */
const AirlineEdit = z
  .strictObject({ airline_code: AirlineCode.optional(), ...SAID })
  .meta({ id: "AirlineEdit" });
export type AirlineEdit = z.infer<typeof AirlineEdit>;

const NewAirline = z
  .strictObject({ airline_code: AirlineCode, ...SAID })
  .meta({ id: "NewAirline" });
export type NewAirline = z.infer<typeof NewAirline>;

export const createAirline = defineEndpoint({
  id: "createAirline",
  method: "POST",
  path: "/api/airlines",
  summary: "Add an airline",
  description:
    "What is given is a person's word (`manual_fields`), which no sync changes; what is left out, Lufthansa's list may fill later. 409 where the code has a row already.",
  tag: "Airlines",
  access: "operator",
  body: NewAirline,
  response: Airline,
  status: 201,
  versioned: true,
  errors: ["conflict"],
});

export const replaceAirline = defineEndpoint({
  id: "replaceAirline",
  method: "PUT",
  path: "/api/airlines/{code}",
  summary: "Set what a person says of an airline",
  description:
    "The body is all that a person says. A field that differs from what the source says is kept against every later sync (`manual_fields`; null counts: there is none); one that is left out, or the same, goes back to the source. `source_differences` tells what the source says instead.",
  tag: "Airlines",
  access: "operator",
  params: AirlineParams,
  body: AirlineEdit,
  response: Airline,
  versioned: true,
  errors: ["not_found"],
});

export const deleteAirline = defineEndpoint({
  id: "deleteAirline",
  method: "DELETE",
  path: "/api/airlines/{code}",
  summary: "Delete an airline",
  description:
    "For good where only a person knew it. One that Lufthansa still lists comes back with the next sync of airlines. 409 with what refers to it (`references`) while flights or codeshares do.",
  tag: "Airlines",
  access: "operator",
  params: AirlineParams,
  response: z.null(),
  status: 204,
  versioned: true,
  errors: ["not_found", "conflict"],
});

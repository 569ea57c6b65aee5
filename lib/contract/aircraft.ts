import { z } from "zod";
import { AircraftCode } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";
import { Provenance, SearchText, SourceFilter } from "./provenance";

export const Aircraft = z
  .object({
    id: z.number().int(),
    aircraft_code: z.string(),
    aircraft_name: z.string().nullable(),
    equipment_code: z.string().nullable().meta({ description: "The airline's own code" }),
    ...Provenance.shape,
  })
  .meta({ id: "Aircraft" });
export type Aircraft = z.infer<typeof Aircraft>;

const AIRCRAFT_SORTS = [
  "aircraft_code",
  "-aircraft_code",
  "aircraft_name",
  "-aircraft_name",
] as const;
export type AircraftSort = (typeof AIRCRAFT_SORTS)[number];

const AircraftQuery = z.strictObject({
  ...Paging.shape,
  source: SourceFilter,
  q: SearchText.meta({ description: "Code, the airline's own code, or part of the name" }),
  sort: z.enum(AIRCRAFT_SORTS).default("aircraft_code"),
  fields: fieldsOf(Aircraft),
});
export type AircraftQuery = z.infer<typeof AircraftQuery>;

export const listAircraft = defineEndpoint({
  id: "listAircraft",
  method: "GET",
  path: "/api/aircraft",
  summary: "List aircraft types",
  tag: "Aircraft",
  access: "reader",
  query: AircraftQuery,
  response: z.array(Aircraft),
  paged: true,
});

export const getAircraft = defineEndpoint({
  id: "getAircraft",
  method: "GET",
  path: "/api/aircraft/{code}",
  summary: "Get one aircraft type",
  tag: "Aircraft",
  access: "reader",
  params: z.strictObject({ code: AircraftCode }),
  query: z.strictObject({ fields: fieldsOf(Aircraft) }),
  response: Aircraft,
  versioned: true,
  errors: ["not_found"],
});

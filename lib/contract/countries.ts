import { z } from "zod";
import { Continent, CountryCode } from "./codes";
import { defineEndpoint } from "./endpoint";
import { fieldsOf } from "./fields";
import { Paging } from "./paging";
import { Provenance, SearchText, SourceFilter } from "./provenance";

/** Named by its code alone, and nobody changes it through the API: its ETag is that of the answer. */
export const Country = z
  .object({
    country_code: z.string(),
    country_name: z.string().nullable(),
    continent: z.string().nullable().meta({
      description: "From open data: AF, AN, AS, EU, NA, OC, SA",
    }),
    ...Provenance.shape,
  })
  .meta({ id: "Country" });
export type Country = z.infer<typeof Country>;

const COUNTRY_SORTS = [
  "country_code",
  "-country_code",
  "country_name",
  "-country_name",
  "continent",
  "-continent",
] as const;
export type CountrySort = (typeof COUNTRY_SORTS)[number];

const CountryQuery = z.strictObject({
  ...Paging.shape,
  continent: Continent.optional(),
  source: SourceFilter,
  q: SearchText.meta({ description: "Code, or part of the name" }),
  sort: z.enum(COUNTRY_SORTS).default("country_code"),
  fields: fieldsOf(Country),
});
export type CountryQuery = z.infer<typeof CountryQuery>;

export const listCountries = defineEndpoint({
  id: "listCountries",
  method: "GET",
  path: "/api/countries",
  summary: "List countries",
  tag: "Countries and cities",
  access: "reader",
  query: CountryQuery,
  response: z.array(Country),
  paged: true,
});

export const getCountry = defineEndpoint({
  id: "getCountry",
  method: "GET",
  path: "/api/countries/{code}",
  summary: "Get one country",
  tag: "Countries and cities",
  access: "reader",
  params: z.strictObject({ code: CountryCode }),
  query: z.strictObject({ fields: fieldsOf(Country) }),
  response: Country,
  errors: ["not_found"],
});

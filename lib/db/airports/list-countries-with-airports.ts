import { z } from "zod";
import type { AirportFilter } from "@/lib/contract/airports";
import { query } from "../query";
import { airportConditions, tablesFor } from "./airport-conditions";

const CountryChoice = z.object({
  country_code: z.string(),
  country_name: z.string().nullable(),
  airports: z.number(),
});
export type CountryChoice = z.infer<typeof CountryChoice>;

/** The countries to choose from under the rest of a filter, by name, with how many rows each would leave. */
export function listCountriesWithAirports(
  filter: Omit<AirportFilter, "country_code"> = {},
): Promise<CountryChoice[]> {
  const where = airportConditions(filter);
  return query(
    CountryChoice,
    `SELECT a.country_code, MAX(n.name) AS country_name, COUNT(*) AS airports
     FROM ${tablesFor(filter)} LEFT JOIN countries n ON n.code = a.country_code
     WHERE ${where.sql} AND a.country_code IS NOT NULL
     GROUP BY a.country_code ORDER BY COALESCE(MAX(n.name), a.country_code), a.country_code`,
    where.params,
  );
}

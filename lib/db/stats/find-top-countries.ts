import type { Connection } from "mariadb";
import { z } from "zod";
import type { Overview } from "@/lib/contract/overview";
import { query } from "../query";

/** How many countries are named. */
const TOP = 10;

const TopCountry = z.object({
  country_code: z.string(),
  country_name: z.string().nullable(),
  airports: z.number(),
});

/** The ten countries with most airports, most first. */
export const findTopCountries = (connection: Connection): Promise<Overview["top_countries"]> =>
  query(
    TopCountry,
    `SELECT a.country_code, MAX(k.name) AS country_name, COUNT(*) AS airports
     FROM airports a LEFT JOIN countries k ON k.code = a.country_code
     WHERE a.location_type = 'airport' AND a.country_code IS NOT NULL
     GROUP BY a.country_code ORDER BY airports DESC, a.country_code LIMIT ?`,
    [TOP],
    connection,
  );

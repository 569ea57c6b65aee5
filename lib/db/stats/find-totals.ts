import type { Connection } from "mariadb";
import { z } from "zod";
import type { Overview } from "@/lib/contract/overview";
import { query } from "../query";

const Totals = z.object({
  airports: z.number(),
  places: z.number(),
  cities: z.number(),
  countries: z.number(),
  airlines: z.number(),
  aircraft: z.number(),
  payloads: z.number(),
});

/** How many rows of each list there are, and how many answers. */
export async function findTotals(connection: Connection): Promise<Overview["totals"]> {
  const [totals] = await query(
    Totals,
    `SELECT (SELECT COUNT(*) FROM airports WHERE location_type = 'airport') AS airports,
       (SELECT COUNT(*) FROM airports) AS places, (SELECT COUNT(*) FROM cities) AS cities,
       (SELECT COUNT(*) FROM countries) AS countries, (SELECT COUNT(*) FROM airlines) AS airlines,
       (SELECT COUNT(*) FROM aircraft) AS aircraft, (SELECT COUNT(*) FROM window_payloads) AS payloads`,
    [],
    connection,
  );
  if (!totals) throw new Error("A count gave no row");
  return totals;
}

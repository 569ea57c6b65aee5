import { z } from "zod";
import { query } from "../query";
import { countedFlights, type ReportedFlights } from "./counted-flights";

/** How many places the flights leave from or go to: airports, and stations where trains and buses are counted too. */
export async function countAirports(which: ReportedFlights): Promise<number> {
  const { sql, params } = countedFlights(which);
  const [row] = await query(
    z.object({ airports: z.number() }),
    `SELECT COUNT(*) AS airports FROM (
       SELECT f.origin AS code FROM flights f WHERE ${sql}
       UNION SELECT f.destination FROM flights f WHERE ${sql}
     ) AS places`,
    [...params, ...params],
  );
  return row?.airports ?? 0;
}

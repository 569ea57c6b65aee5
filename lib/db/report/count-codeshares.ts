import { z } from "zod";
import { query } from "../query";
import { countedFlights, type ReportedFlights } from "./counted-flights";

/** How many other numbers the flights are sold under: each number of each flight once. */
export async function countCodeshares(which: ReportedFlights): Promise<number> {
  const { sql, params } = countedFlights(which);
  const [row] = await query(
    z.object({ codeshares: z.number() }),
    `SELECT COUNT(*) AS codeshares FROM flights f JOIN flight_codeshares c ON c.flight_id = f.id WHERE ${sql}`,
    params,
  );
  return row?.codeshares ?? 0;
}

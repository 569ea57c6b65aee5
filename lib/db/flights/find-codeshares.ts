import type { Connection } from "mariadb";
import { z } from "zod";
import type { Designator } from "@/lib/model/flight";
import { query } from "../query";

const CodeshareRow = z.object({
  flight_id: z.number(),
  carrier: z.string(),
  number: z.number(),
  number_text: z.string(),
  suffix: z.string(),
});

/** The other numbers that each of these flights is sold under, in order. One that is sold under none is not in the answer. */
export async function findCodeshares(
  flightIds: readonly number[],
  connection?: Connection,
): Promise<Map<number, Designator[]>> {
  const found = new Map<number, Designator[]>();
  if (flightIds.length === 0) return found;
  const rows = await query(
    CodeshareRow,
    `SELECT flight_id, carrier, number, number_text, suffix FROM flight_codeshares
     WHERE flight_id IN (${flightIds.map(() => "?").join(", ")}) ORDER BY flight_id, carrier, number, suffix`,
    flightIds,
    connection,
  );
  for (const { flight_id, number_text, ...designator } of rows) {
    const of = found.get(flight_id) ?? [];
    of.push({ ...designator, numberText: number_text });
    found.set(flight_id, of);
  }
  return found;
}

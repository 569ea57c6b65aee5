import { z } from "zod";
import type { Airport } from "@/lib/contract/airports";
import { addMissing } from "../add-missing";
import { query } from "../query";
import { findLastComplete } from "../runs/find-last-runs";
import { findAirport } from "./find-airport";
import { openDataAirport } from "./open-data-airport";

/**
 * The airport with this code (upper case), null when nobody knows it. Important airports are absent from Lufthansa's list
 * (recorded: DEN, HKG, MIA): once that list was answered whole, whoever refers to one that open data knows makes it a row
 * of source `open_data`, which yields to anything that Lufthansa says later. One that a person deleted is not made again.
 */
export async function referToAirport(code: string): Promise<Airport | null> {
  const known = await findAirport(code);
  if (known) return known;
  const record = openDataAirport(code);
  if (!record || !(await findLastComplete()).has("airports")) return null;
  if (await wasDeleted(code)) return null;
  await addMissing("airports", [record], "open_data");
  return findAirport(code);
}

async function wasDeleted(code: string): Promise<boolean> {
  const rows = await query(
    z.object({ id: z.number() }),
    `SELECT id FROM audit_log
     WHERE resource = 'airports' AND resource_key = ? AND action = 'deleteAirport' LIMIT 1`,
    [code],
  );
  return rows.length > 0;
}

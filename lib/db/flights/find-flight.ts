import { z } from "zod";
import type { Flight } from "@/lib/contract/flights";
import { query } from "../query";
import { findCodeshares } from "./find-codeshares";
import { FLIGHT_COLUMNS, FlightRow } from "./flight-row";
import { toFlight } from "./to-flight";

/** The flight of this id, or the one that the row of this id was joined into; null when there is neither. */
export async function findFlight(id: number): Promise<Flight | null> {
  const flightId = await leadsTo(id);
  const [row] = await query(FlightRow, `SELECT ${FLIGHT_COLUMNS} FROM flights f WHERE f.id = ?`, [
    flightId,
  ]);
  if (!row) return null;
  return toFlight(row, (await findCodeshares([flightId])).get(flightId) ?? []);
}

/** Where an id leads: to the row that its own was joined into, else to itself. */
export async function leadsTo(id: number): Promise<number> {
  const [redirect] = await query(
    z.object({ flight_id: z.number() }),
    "SELECT flight_id FROM flight_redirects WHERE id = ?",
    [id],
  );
  return redirect?.flight_id ?? id;
}

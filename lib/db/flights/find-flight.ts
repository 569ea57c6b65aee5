import type { Connection } from "mariadb";
import { z } from "zod";
import type { Flight } from "@/lib/contract/flights";
import { query } from "../query";
import { findCodeshares } from "./find-codeshares";
import { FLIGHT_COLUMNS, FlightRow } from "./flight-row";
import { toFlight } from "./to-flight";

/** The flight of this id, or the one that the row of this id was joined into; null when there is neither. */
export async function findFlight(id: number, connection?: Connection): Promise<Flight | null> {
  const flightId = await leadsTo(id, connection);
  const [row] = await query(
    FlightRow,
    `SELECT ${FLIGHT_COLUMNS} FROM flights f WHERE f.id = ?`,
    [flightId],
    connection,
  );
  if (!row) return null;
  return toFlight(row, (await findCodeshares([flightId], connection)).get(flightId) ?? []);
}

/** Where an id leads: to the row that its own was joined into, else to itself. */
export async function leadsTo(id: number, connection?: Connection): Promise<number> {
  const [redirect] = await query(
    z.object({ flight_id: z.number() }),
    "SELECT flight_id FROM flight_redirects WHERE id = ?",
    [id],
    connection,
  );
  return redirect?.flight_id ?? id;
}

/** Whether there is a row of this id. */
export async function hasFlight(id: number): Promise<boolean> {
  const rows = await query(z.unknown(), "SELECT 1 FROM flights WHERE id = ?", [id]);
  return rows.length > 0;
}

import type { Connection } from "mariadb";
import { z } from "zod";
import { execute } from "../execute";
import { query } from "../query";

/** Ids for new flights: `next` is the next free one, `stored` is what the database thinks it is. */
export type FlightIds = { next: number; readonly stored: number };

/**
 * Makes this transaction the one that writes flights: others wait here until it ends, so that nobody merges a group while
 * another one adds to it. Returns the ids that it may give.
 */
export async function takeFlightSequence(connection: Connection): Promise<FlightIds> {
  const [row] = await query(
    z.object({ next_id: z.number() }),
    "SELECT next_id FROM flight_sequence WHERE id = 1 FOR UPDATE",
    [],
    connection,
  );
  if (row) return { next: row.next_id, stored: row.next_id };
  throw new Error(
    "The table flight_sequence has no row. Insert (1, 1 + the highest id of flights and flight_redirects) and try again.",
  );
}

export async function moveFlightSequence(connection: Connection, ids: FlightIds): Promise<void> {
  if (ids.next === ids.stored) return;
  await execute("UPDATE flight_sequence SET next_id = ? WHERE id = 1", [ids.next], connection);
}

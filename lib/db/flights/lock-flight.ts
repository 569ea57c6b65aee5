import type { Connection } from "mariadb";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { meets, type Precondition } from "@/lib/model/precondition";
import { query } from "../query";
import { leadsTo } from "./find-flight";
import { takeFlightSequence } from "./flight-sequence";
import type { MergingGroup } from "./read-batch";
import { readGroup } from "./read-group";
import type { StoredFlight } from "./stored-flight";

const GroupRow = z.object({
  flight_date: z.string(),
  origin: z.string(),
  destination: z.string(),
  carrier: z.string(),
});

/** A flight that is to be changed by a person, with all that is known of its group. */
export type LockedFlight = { stored: StoredFlight; group: Omit<MergingGroup, "added"> };

/**
 * Makes this transaction the one that writes flights and reads the flight of this id, or the one that it leads to. Throws
 * `not_found`, and `precondition_failed` where it is another version than the change was made for.
 */
export async function lockFlight(
  connection: Connection,
  id: number,
  precondition: Precondition,
): Promise<LockedFlight> {
  await takeFlightSequence(connection);
  const flightId = await leadsTo(id, connection);
  const [row] = await query(
    GroupRow,
    "SELECT flight_date, origin, destination, carrier FROM flights WHERE id = ? FOR UPDATE",
    [flightId],
    connection,
  );
  if (!row) throw new AppError("not_found", `There is no flight ${id} here.`);
  const { flight_date, ...rest } = row;
  const group = await readGroup(connection, { ...rest, flightDate: flight_date });
  const stored = group.stored.find((each) => each.id === flightId);
  if (!stored) throw new Error(`Flight ${flightId} is not in its own group`);
  if (!meets(precondition, stored)) {
    throw new AppError(
      "precondition_failed",
      `Flight ${flightId} is version ${stored.version} now, not the one of If-Match. Nothing was changed: read it again.`,
    );
  }
  return { stored, group };
}

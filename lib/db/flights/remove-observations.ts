import type { Connection } from "mariadb";
import { execute } from "../execute";
import { inRows } from "../in-rows";
import type { FlightLoad } from "./flight-load";

/** Takes away the stored observations that a load takes the place of. */
export async function removeObservations(
  connection: Connection,
  { replaces = [], forgets = [] }: Pick<FlightLoad, "replaces" | "forgets">,
): Promise<void> {
  if (replaces.length > 0) {
    await execute(
      "DELETE FROM flight_observations WHERE payload_id IN (?)",
      [replaces],
      connection,
    );
  }
  if (forgets.length === 0) return;
  const { sql, params } = inRows(
    "flight_date, origin, destination, carrier, payload_id, item",
    forgets.map((each) => [
      each.flightDate,
      each.origin,
      each.destination,
      each.carrier,
      each.payloadId,
      each.item,
    ]),
  );
  await execute(`DELETE FROM flight_observations WHERE ${sql}`, params, connection);
}

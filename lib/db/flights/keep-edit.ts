import type { Connection } from "mariadb";
import type { Flight } from "@/lib/contract/flights";
import type { Actor } from "@/lib/model/actor";
import type { ObservedFlight } from "@/lib/model/flight";
import { writeAudit } from "../audit/write-audit";
import { bumpDataVersion } from "../data-version";
import { findFlight } from "./find-flight";
import { loadFlights } from "./load-flights";
import { readFlights } from "./read-flights";
import type { StoredFlight } from "./stored-flight";

/** Who changes which flight; `before` is how it was shown, null where it is new. */
export type FlightChange = { actor: Actor; action: string; now: Date; before: Flight | null };

/**
 * Keeps what a person says of one flight, remakes its group and writes the audit log, in the transaction of `connection`.
 * `find` tells the flight from others of its group. Returns it as it is shown.
 */
export async function keepEdit(
  connection: Connection,
  { actor, action, now, before }: FlightChange,
  edit: {
    observed: readonly ObservedFlight[];
    forgets?: readonly ObservedFlight[];
    find: (flight: StoredFlight) => boolean;
  },
): Promise<Flight> {
  const { observed, forgets = [], find } = edit;
  await loadFlights(connection, { runId: null, now, observed, answers: [], forgets });
  const [group] = [...observed, ...forgets];
  const stored = group && (await readFlights(connection, [group])).find(find);
  const after = stored ? await findFlight(stored.id, connection) : before;
  if (!after) throw new Error("A flight was kept and is not there");
  const resourceKey = `${after.id}`;
  await writeAudit(connection, {
    actor,
    at: now,
    action,
    resource: "flights",
    resourceKey,
    before,
    after,
  });
  await bumpDataVersion(connection);
  return after;
}

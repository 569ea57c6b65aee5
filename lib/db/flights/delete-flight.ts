import type { Actor } from "@/lib/model/actor";
import type { Precondition } from "@/lib/model/precondition";
import { writeAudit } from "../audit/write-audit";
import { bumpDataVersion } from "../data-version";
import { databaseNow } from "../database-now";
import { transaction } from "../transaction";
import { findFlight } from "./find-flight";
import { loadFlights } from "./load-flights";
import { lockFlight } from "./lock-flight";
import { observationsOf } from "./read-group";

/**
 * Deletes a flight with its events, codeshares and all that was observed of it; other operations of its number stay. An answer
 * that comes later, or is read again, and still has it makes it anew. Throws `not_found` and `precondition_failed`.
 */
export async function deleteFlight(
  id: number,
  { actor, precondition }: { actor: Actor; precondition: Precondition },
): Promise<void> {
  await transaction(async (connection) => {
    const { stored, group } = await lockFlight(connection, id, precondition);
    const now = await databaseNow(connection);
    const before = await findFlight(stored.id, connection);
    await loadFlights(connection, {
      runId: null,
      now,
      observed: [],
      answers: [],
      forgets: observationsOf(group.observations, stored),
      deletes: [stored],
    });
    await writeAudit(connection, {
      actor,
      at: now,
      action: "deleteFlight",
      resource: "flights",
      resourceKey: `${stored.id}`,
      before,
      after: null,
    });
    await bumpDataVersion(connection);
  });
}

import type { Connection } from "mariadb";
import { z } from "zod";
import { writeAudit } from "../audit/write-audit";
import { bumpDataVersion } from "../data-version";
import { execute } from "../execute";
import { insertRows } from "../insert-rows";
import { query } from "../query";
import { transaction } from "../transaction";
import type { TrackedChange } from "./track-airport";

type Route = { departure: string; arrival: string };

/**
 * Follows a route from now on, and both its airports with their flight status. What was followed before stays as it is. The
 * codes must be those of known airports.
 */
export async function trackRoute(route: Route, { actor, now }: TrackedChange): Promise<void> {
  const { departure, arrival } = route;
  await transaction(async (connection) => {
    const before = (await isTracked(connection, route)) ? route : null;
    await insertRows(connection, {
      table: "tracked_routes",
      columns: ["departure", "arrival", "created_by", "created_at"],
      rows: [[departure, arrival, actor.email, now]],
      onDuplicate: "departure = departure",
    });
    await insertRows(connection, {
      table: "tracked_airports",
      columns: ["airport_code", "created_by", "created_at"],
      rows: [departure, arrival].map((code) => [code, actor.email, now]),
      onDuplicate: "airport_code = airport_code",
    });
    await writeAudit(connection, {
      ...entryOf(route, { actor, now }),
      action: "trackRoute",
      before,
      after: route,
    });
    await bumpDataVersion(connection);
  });
}

/** Follows a route no longer; its airports stay followed, and what was collected stays. False when it was not followed. */
export async function untrackRoute(route: Route, { actor, now }: TrackedChange): Promise<boolean> {
  return transaction(async (connection) => {
    if (!(await isTracked(connection, route))) return false;
    await execute(
      "DELETE FROM tracked_routes WHERE departure = ? AND arrival = ?",
      [route.departure, route.arrival],
      connection,
    );
    await writeAudit(connection, {
      ...entryOf(route, { actor, now }),
      action: "untrackRoute",
      before: route,
      after: null,
    });
    await bumpDataVersion(connection);
    return true;
  });
}

const entryOf = ({ departure, arrival }: Route, { actor, now }: TrackedChange) => ({
  actor,
  at: now,
  resource: "tracked_routes",
  resourceKey: `${departure}-${arrival}`,
});

async function isTracked(connection: Connection, { departure, arrival }: Route): Promise<boolean> {
  const rows = await query(
    z.object({ departure: z.string() }),
    "SELECT departure FROM tracked_routes WHERE departure = ? AND arrival = ? FOR UPDATE",
    [departure, arrival],
    connection,
  );
  return rows.length > 0;
}

import { execute } from "../execute";
import { insertRows } from "../insert-rows";
import { transaction } from "../transaction";

type Route = { departure: string; arrival: string };

/**
 * Follows a route from now on, and both its airports with their flight status. What was followed before stays as it is. The
 * codes must be those of known airports.
 */
export async function trackRoute(
  { departure, arrival }: Route,
  { by, now }: { by: string | null; now: Date },
): Promise<void> {
  await transaction(async (connection) => {
    await insertRows(connection, {
      table: "tracked_routes",
      columns: ["departure", "arrival", "created_by", "created_at"],
      rows: [[departure, arrival, by, now]],
      onDuplicate: "departure = departure",
    });
    await insertRows(connection, {
      table: "tracked_airports",
      columns: ["airport_code", "created_by", "created_at"],
      rows: [departure, arrival].map((code) => [code, by, now]),
      onDuplicate: "airport_code = airport_code",
    });
  });
}

/** Follows a route no longer; its airports stay followed, and what was collected stays. False when it was not followed. */
export async function untrackRoute({ departure, arrival }: Route): Promise<boolean> {
  const { affectedRows } = await execute(
    "DELETE FROM tracked_routes WHERE departure = ? AND arrival = ?",
    [departure, arrival],
  );
  return affectedRows > 0;
}

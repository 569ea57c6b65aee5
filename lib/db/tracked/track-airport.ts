import { execute } from "../execute";

/** Which boards of an airport are asked for. */
type Boards = { flight_status: boolean; flight_information: boolean };

/** Follows an airport with these boards from now on, whatever was followed of it before. The code must be that of a known one. */
export async function trackAirport(
  code: string,
  { flight_status, flight_information }: Boards,
  { by, now }: { by: string | null; now: Date },
): Promise<void> {
  await execute(
    `INSERT INTO tracked_airports (airport_code, flight_status, flight_information, created_by, created_at)
     VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE flight_status = VALUES(flight_status), flight_information = VALUES(flight_information)`,
    [code, flight_status, flight_information, by, now],
  );
}

/** Follows an airport's boards no longer; its routes stay followed, and what was collected stays. False when it was not followed. */
export async function untrackAirport(code: string): Promise<boolean> {
  const { affectedRows } = await execute("DELETE FROM tracked_airports WHERE airport_code = ?", [
    code,
  ]);
  return affectedRows > 0;
}

import type { Connection } from "mariadb";
import { z } from "zod";
import type { Actor } from "@/lib/model/actor";
import { writeAudit } from "../audit/write-audit";
import { bumpDataVersion } from "../data-version";
import { execute } from "../execute";
import { query } from "../query";
import { transaction } from "../transaction";

/** Which boards of an airport are asked for. */
type Boards = { flight_status: boolean; flight_information: boolean };

/** Who changes what is followed, and when. */
export type TrackedChange = { actor: Actor; now: Date };

/** Follows an airport with these boards from now on, whatever was followed of it before. The code must be that of a known one. */
export async function trackAirport(
  code: string,
  { flight_status, flight_information }: Boards,
  { actor, now }: TrackedChange,
): Promise<void> {
  await transaction(async (connection) => {
    const before = await findBoards(connection, code);
    await execute(
      `INSERT INTO tracked_airports (airport_code, flight_status, flight_information, created_by, created_at)
       VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE flight_status = VALUES(flight_status), flight_information = VALUES(flight_information)`,
      [code, flight_status, flight_information, actor.email, now],
      connection,
    );
    await writeAudit(connection, {
      actor,
      at: now,
      action: "trackAirport",
      resource: "tracked_airports",
      resourceKey: code,
      before,
      after: { flight_status, flight_information },
    });
    await bumpDataVersion(connection);
  });
}

/** Follows an airport's boards no longer; its routes stay followed, and what was collected stays. False when it was not followed. */
export async function untrackAirport(
  code: string,
  { actor, now }: TrackedChange,
): Promise<boolean> {
  return transaction(async (connection) => {
    const before = await findBoards(connection, code);
    if (!before) return false;
    await execute("DELETE FROM tracked_airports WHERE airport_code = ?", [code], connection);
    await writeAudit(connection, {
      actor,
      at: now,
      action: "untrackAirport",
      resource: "tracked_airports",
      resourceKey: code,
      before,
      after: null,
    });
    await bumpDataVersion(connection);
    return true;
  });
}

const Flag = z.number().transform((value) => value === 1);
const BoardsRow = z.object({ flight_status: Flag, flight_information: Flag });

async function findBoards(connection: Connection, code: string): Promise<Boards | null> {
  const [boards] = await query(
    BoardsRow,
    "SELECT flight_status, flight_information FROM tracked_airports WHERE airport_code = ? FOR UPDATE",
    [code],
    connection,
  );
  return boards ?? null;
}

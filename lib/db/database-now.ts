import type { Connection } from "mariadb";
import { z } from "zod";
import { query } from "./query";

/** The time by the database's clock, which all processes share. */
export async function databaseNow(connection?: Connection): Promise<Date> {
  const [clock] = await query(
    z.object({ now: z.date() }),
    "SELECT UTC_TIMESTAMP(3) AS now",
    [],
    connection,
  );
  if (!clock) throw new Error("The database did not tell its time");
  return clock.now;
}

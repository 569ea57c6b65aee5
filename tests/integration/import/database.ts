import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { query } from "@/lib/db/query";
import type { PayloadStore } from "@/lib/raw/payload-store";
import { takeArchive } from "@/scripts/import/import-archive";

/** Imports a folder into the database of the test, with the answers in it too. */
export const importInto = (dir: string, store: PayloadStore = createMysqlPayloadStore()) =>
  takeArchive(dir, { json: true, say: () => undefined, store });

const TABLES = [
  "sync_runs",
  "coverage",
  "flights",
  "flight_events",
  "flight_codeshares",
  "flight_observations",
  "flight_window_answers",
  "flight_redirects",
  "flight_days",
  "flight_routes",
  "rejects",
  "drift",
  "payload_answers",
  "payload_bodies",
  "data_origin",
] as const;

/** A database as it was before anything was imported. */
export async function emptyDatabase(): Promise<void> {
  for (const table of TABLES) await execute(`DELETE FROM ${table}`);
}

const Rows = z.record(z.string(), z.unknown());
const KEY = "carrier, number, suffix, origin, destination, flight_date, operation";
const OF_FLIGHT = KEY.split(", ")
  .map((column) => `f.${column} AS of_${column}`)
  .join(", ");

/** All that is known of flights, without what tells which run wrote it and when: the same however it came in. */
export async function knownFlights(): Promise<Record<string, unknown>[][]> {
  const flights = await query(Rows, `SELECT * FROM flights ORDER BY ${KEY}`);
  const events = await query(
    Rows,
    `SELECT ${OF_FLIGHT}, e.* FROM flight_events e JOIN flights f ON f.id = e.flight_id
     ORDER BY ${KEY}, e.position`,
  );
  const codeshares = await query(
    Rows,
    `SELECT ${OF_FLIGHT}, c.* FROM flight_codeshares c JOIN flights f ON f.id = c.flight_id
     ORDER BY f.carrier, f.number, f.suffix, f.origin, f.destination, f.flight_date, f.operation, c.carrier, c.number`,
  );
  const observations = await query(
    Rows,
    `SELECT * FROM flight_observations
     ORDER BY flight_date, origin, destination, carrier, observed_at, stream, payload_hash, item`,
  );
  return [flights, events, codeshares, observations].map((rows) => rows.map(withoutWriter));
}

const WRITER = ["id", "flight_id", "run_id", "version", "created_at", "updated_at"];

const withoutWriter = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !WRITER.includes(column)));

/** Runs whose windows do not add up to what they fetched. */
export async function runsThatDoNotAddUp(): Promise<unknown[]> {
  return query(
    Rows,
    `SELECT run_id, SUM(fetched) AS fetched, SUM(inserted + updated + unchanged + rejected) AS became
     FROM sync_windows GROUP BY run_id HAVING fetched <> became`,
  );
}

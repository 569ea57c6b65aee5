import { createHash } from "node:crypto";
import { z } from "zod";
import { execute } from "@/lib/db/execute";
import type { FlightLoad } from "@/lib/db/flights/flight-load";
import { loadFlights } from "@/lib/db/flights/load-flights";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import type { ObservedFlight } from "@/lib/model/flight";
import { observed } from "../../fakes/flight-observations";

const NOW = new Date("2030-05-03T00:00:00Z");

const FLIGHT_TABLES = [
  "flights",
  "flight_events",
  "flight_codeshares",
  "flight_observations",
  "flight_window_answers",
  "flight_redirects",
  "flight_days",
  "flight_routes",
  "airports",
  "airlines",
];

/** An observation as the database can hold it: ids and hashes have their real form. */
export function seen(sketch: Parameters<typeof observed>[0]): ObservedFlight {
  const observation = observed(sketch);
  const hash = createHash("sha256").update(observation.payloadHash).digest("hex");
  const id = createHash("sha256").update(observation.payloadId).digest("hex");
  return { ...observation, payloadHash: hash, payloadId: id.slice(0, 36) };
}

/** Loads in a transaction of its own. */
export const load = ({ observed: flights = [], answers = [], ...rest }: Partial<FlightLoad>) =>
  transaction((connection) =>
    loadFlights(connection, { runId: null, now: NOW, observed: flights, answers, ...rest }),
  );

export async function emptyFlights(): Promise<void> {
  for (const table of FLIGHT_TABLES) await execute(`DELETE FROM ${table}`);
}

const AnyRow = z.record(z.string(), z.unknown());
export const rowsOf = (sql: string): Promise<Record<string, unknown>[]> => query(AnyRow, sql);

/** Flights with all that hangs on them, but for what depends on the order of loading: ids, versions and times of writing. */
export async function stored(): Promise<Record<string, unknown>[]> {
  const flights = await rowsOf(
    "SELECT * FROM flights ORDER BY flight_date, carrier, origin, destination, number, suffix, operation",
  );
  const events = await rowsOf("SELECT * FROM flight_events ORDER BY flight_id, position");
  const codeshares = await rowsOf("SELECT * FROM flight_codeshares ORDER BY 1, 2, 3, 4");
  const own = (rows: Record<string, unknown>[], id: unknown) =>
    rows.filter(({ flight_id }) => flight_id === id).map(({ flight_id: _, ...row }) => row);
  return flights.map(({ id, version: _v, run_id: _r, created_at: _c, updated_at: _u, ...row }) => ({
    ...row,
    events: own(events, id),
    codeshares: own(codeshares, id),
  }));
}

/** Everything that was written, with ids and versions. */
export const everything = () =>
  Promise.all(FLIGHT_TABLES.map((table) => rowsOf(`SELECT * FROM ${table} ORDER BY 1, 2`)));

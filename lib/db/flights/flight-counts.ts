import type { Connection } from "mariadb";
import type { FlightRecord } from "@/lib/model/flight";
import { execute } from "../execute";
import { inRows } from "../in-rows";
import { insertRows } from "../insert-rows";
import type { FlightFate } from "./regroup";
import type { StoredFlight } from "./stored-flight";

/** What a flight is counted by. */
type CountedFlight = {
  flightDate: string;
  origin: string;
  destination: string;
  serviceType: string;
  status: string;
};

/** By what they are counted by, separated by blanks, of which no code or word has any. */
type Counts = Map<string, number>;

/** How many flights a transaction adds to each day and route, or takes from it. */
export type FlightCounts = { days: Counts; routes: Counts };

export const noCounts = (): FlightCounts => ({ days: new Map(), routes: new Map() });

/** Counts a row that comes (1) or goes (-1); one that changes goes as what it was and comes as what it is. */
function countFlight(counts: FlightCounts, flight: CountedFlight, flights: 1 | -1): void {
  const { flightDate, origin, destination, serviceType, status } = flight;
  add(counts.days, `${flightDate} ${serviceType} ${status}`, flights);
  add(counts.routes, `${origin} ${destination} ${serviceType}`, flights);
}

/** Counts what the fates of one group do to the rows. */
export function countFates(counts: FlightCounts, fates: readonly FlightFate[]): void {
  for (const fate of fates) {
    if (fate.kind === "gone" || fate.kind === "changed") {
      countFlight(counts, asStored(fate.stored), -1);
    }
    if (fate.kind === "added" || fate.kind === "changed") {
      countFlight(counts, asRecorded(fate.record), 1);
    }
  }
}

/**
 * Writes what was counted. At the end of a transaction that holds the sequence of flights: everyone who writes flights
 * changes the same few rows.
 */
export async function writeFlightCounts(
  connection: Connection,
  { days, routes }: FlightCounts,
): Promise<void> {
  await write(connection, "flight_days", ["flight_date", "service_type", "status"], days);
  await write(connection, "flight_routes", ["origin", "destination", "service_type"], routes);
}

function add(counts: Counts, name: string, flights: number): void {
  counts.set(name, (counts.get(name) ?? 0) + flights);
}

const asStored = ({ flightDate, origin, destination, cells }: StoredFlight): CountedFlight => ({
  flightDate,
  origin,
  destination,
  serviceType: String(cells.service_type),
  status: String(cells.status),
});

/** Field by field: to copy a whole record for this takes as long as to merge it. */
const asRecorded = ({ flightDate, origin, destination, said }: FlightRecord): CountedFlight => ({
  flightDate,
  origin,
  destination,
  serviceType: said.serviceType,
  status: said.status,
});

async function write(
  connection: Connection,
  table: string,
  columns: readonly string[],
  counts: Counts,
): Promise<void> {
  const moved = [...counts]
    .filter(([, flights]) => flights !== 0)
    .map(([name, flights]) => ({ key: name.split(" "), flights }));
  await insertRows(connection, {
    table,
    columns: [...columns, "flights"],
    rows: moved.map(({ key, flights }) => [...key, flights]),
    onDuplicate: "flights = flights + VALUES(flights)",
  });
  const fewer = moved.filter(({ flights }) => flights < 0).map(({ key }) => key);
  if (fewer.length === 0) return;
  // What has no flights any more is no group of them.
  const { sql, params } = inRows(columns.join(", "), fewer);
  await execute(`DELETE FROM ${table} WHERE flights = 0 AND ${sql}`, params, connection);
}

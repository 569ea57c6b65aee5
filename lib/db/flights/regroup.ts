import { mergeFlights } from "@/lib/merge/merge-flights";
import { operationName } from "@/lib/merge/operation-name";
import type { FlightRecord, ObservedFlight, WindowAnswer } from "@/lib/model/flight";
import {
  compareFlight,
  type FlightDifference,
  flightName,
  isChanged,
  storedName,
} from "./compare-flight";
import type { StoredFlight } from "./stored-flight";

/** What becomes of one flight of a group. */
export type FlightFate =
  | { kind: "added"; record: FlightRecord }
  | { kind: "changed"; stored: StoredFlight; record: FlightRecord; difference: FlightDifference }
  /** Nothing that readers are shown changes, but when it was last seen. */
  | { kind: "seen"; stored: StoredFlight; record: FlightRecord }
  | { kind: "same"; stored: StoredFlight; record: FlightRecord }
  /** `into` is the flight that it turned out to be; null when nothing is observed of it any more, or a person deleted it. */
  | { kind: "gone"; stored: StoredFlight; into: FlightRecord | null };

/** Merges all that is known of one group and compares it with what is stored of it. Rows in `deletes` go. */
export function regroup(
  group: {
    observations: readonly ObservedFlight[];
    answers: readonly WindowAnswer[];
    stored: readonly StoredFlight[];
  },
  deletes: readonly { id: number }[] = [],
): FlightFate[] {
  const records = mergeFlights(group);
  const isDeleted = (flight: StoredFlight) => deletes.some(({ id }) => id === flight.id);
  const left = group.stored.filter((flight) => !isDeleted(flight));
  const unclaimed = new Map(left.map((flight) => [storedName(flight), flight]));
  const fates = records.map((record) => {
    const name = flightName(record);
    const stored = unclaimed.get(name);
    unclaimed.delete(name);
    return toFate(record, stored);
  });
  for (const stored of unclaimed.values()) {
    fates.push({ kind: "gone", stored, into: findJoined(stored, records) });
  }
  for (const stored of group.stored.filter(isDeleted)) {
    fates.push({ kind: "gone", stored, into: null });
  }
  return fates;
}

function toFate(record: FlightRecord, stored: StoredFlight | undefined): FlightFate {
  if (!stored) return { kind: "added", record };
  const difference = compareFlight(stored, record);
  if (isChanged(difference)) return { kind: "changed", stored, record, difference };
  return { kind: difference.seen ? "seen" : "same", stored, record };
}

/**
 * The flight that a row without observations of its own turned out to be: the one that ever had the departure time which the row
 * was known by, among all where its number was unknown; else the one of its number.
 */
function findJoined(
  { cells }: StoredFlight,
  records: readonly FlightRecord[],
): FlightRecord | null {
  const isKnown = cells.number !== 0;
  const possible = records.filter(
    ({ number, suffix }) => !isKnown || (number === cells.number && suffix === cells.suffix),
  );
  const joined = possible.find(({ departureTimes }) =>
    departureTimes.some((time) => operationName(time) === cells.operation),
  );
  return joined ?? (isKnown ? possible[0] : null) ?? null;
}

import type { FlightObservation } from "@/lib/model/flight";
import type { Fragment } from "../fragment";
import { inRows } from "../in-rows";

/** What is merged together: a carrier's flights from here to there on one local day. Flights of two groups never meet. */
export type FlightGroup = Pick<
  FlightObservation,
  "flightDate" | "origin" | "destination" | "carrier"
>;

export const groupName = ({ flightDate, origin, destination, carrier }: FlightGroup): string =>
  `${flightDate} ${origin} ${destination} ${carrier}`;

/** Sorts what is given by group, each in the order it came. */
export function byGroup<Item extends FlightGroup>(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = groupName(item);
    const own = groups.get(name);
    if (own) own.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** A condition on the columns of a group, as short ranges of an index that begins with them. At least one group. */
export const inGroups = (groups: readonly FlightGroup[]): Fragment =>
  inRows(
    "flight_date, origin, destination, carrier",
    groups.map(({ flightDate, origin, destination, carrier }) => [
      flightDate,
      origin,
      destination,
      carrier,
    ]),
  );

import type { Connection } from "mariadb";
import { compareTexts } from "@/lib/merge/compare-texts";
import type { ObservedFlight } from "@/lib/model/flight";
import { type FlightGroup, groupName } from "./flight-group";
import type { FlightLoad } from "./flight-load";
import { findGroupsAnswered, findGroupsOfPayloads } from "./read-observations";

/** Observations, or groups that were only touched, that are read and written together. */
const BATCH = 200;

/** One group, with what a load says of it. */
export type LoadedGroup = {
  group: FlightGroup;
  /** `index` is the place among all that is loaded. */
  observed: { index: number; flight: ObservedFlight }[];
  /** It must be merged again even if no observation is new: a window that knew it was answered, or read again; or a person takes something back. */
  isTouched: boolean;
};

type LoadedThings = Pick<FlightLoad, "observed" | "answers" | "replaces" | "forgets" | "deletes">;

/** All groups that a load touches, in the order of the index they are read by, in portions. */
export async function planBatches(
  connection: Connection,
  { observed, answers, replaces = [], forgets = [], deletes = [] }: LoadedThings,
): Promise<LoadedGroup[][]> {
  const groups = new Map<string, LoadedGroup>();
  const groupOf = (group: FlightGroup): LoadedGroup => {
    const name = groupName(group);
    const known = groups.get(name) ?? { group, observed: [], isTouched: false };
    groups.set(name, known);
    return known;
  };
  for (const [index, flight] of observed.entries())
    groupOf(flight).observed.push({ index, flight });
  const touched = [
    ...(await findGroupsAnswered(connection, answers)),
    ...(await findGroupsOfPayloads(connection, replaces)),
    ...[...forgets, ...deletes].map(toGroup),
  ];
  for (const group of touched) groupOf(group).isTouched = true;
  const ordered = [...groups].sort(([one], [other]) => compareTexts(one, other));
  return inPortions(ordered.map(([, group]) => group));
}

const toGroup = ({ flightDate, origin, destination, carrier }: FlightGroup): FlightGroup => ({
  flightDate,
  origin,
  destination,
  carrier,
});

function inPortions(groups: readonly LoadedGroup[]): LoadedGroup[][] {
  const batches: LoadedGroup[][] = [];
  let room = 0;
  for (const group of groups) {
    const size = Math.max(1, group.observed.length);
    if (room < size || batches.length === 0) {
      batches.push([]);
      room = BATCH;
    }
    batches.at(-1)?.push(group);
    room -= size;
  }
  return batches;
}

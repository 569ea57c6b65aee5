import type { ObservedFlight } from "@/lib/model/flight";
import { departureTime, departureTimes } from "./departure-times";
import { areApart, findSightings, minutesBetween, type Sightings } from "./sightings";

type Observations = readonly ObservedFlight[];

/**
 * The operations of one number on one day, earliest first: usually one. Each scheduled departure time belongs to one
 * operation; those that are apart are never in the same one, and what could be a retiming of several is taken for one of
 * the nearest.
 */
export function splitOperations(observations: Observations): readonly Observations[] {
  const times = departureTimes(observations);
  if (times.length < 2) return [observations];
  const sightings = findSightings(observations);
  const operations: string[][] = [];
  for (const time of anchorsFirst(times, sightings)) {
    const own = nearest(time, operations, sightings);
    if (own) own.push(time);
    else operations.push([time]);
  }
  return operations
    .map((own) => own.toSorted())
    .toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1))
    .map((own) => observations.filter((each) => own.includes(departureTime(each))));
}

/** Times that certainly are operations of their own come first, so that a retimed one between them finds the nearest. */
function anchorsFirst(times: readonly string[], sightings: Sightings): readonly string[] {
  const anchors: string[] = [];
  for (const time of times) {
    const isApart = (other: string) => areApart(sightings, time, other);
    if (times.some(isApart) && anchors.every(isApart)) anchors.push(time);
  }
  return [...anchors, ...times.filter((time) => !anchors.includes(time))];
}

/** The operation that a time may belong to and whose first time lies nearest; at equal distance the earlier one. */
function nearest(
  time: string,
  operations: readonly string[][],
  sightings: Sightings,
): string[] | null {
  let best: string[] | null = null;
  for (const own of operations) {
    if (own.some((other) => areApart(sightings, time, other))) continue;
    if (!best || distance(own, time) < distance(best, time)) best = own;
  }
  return best;
}

const distance = ([first = ""]: readonly string[], time: string): number =>
  minutesBetween(first, time);

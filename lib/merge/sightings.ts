import type { ObservedFlight } from "@/lib/model/flight";
import { departureTime } from "./departure-times";

/** Where a scheduled departure time was listed, and when the flight that has it really departed. */
type Sighting = { answers: ReadonlySet<string>; departures: ReadonlySet<string> };
export type Sightings = ReadonlyMap<string, Sighting>;

/** Two departures of one number that lie closer are one that was moved, unless one answer lists both. */
const APART_MINUTES = 60;

export function findSightings(observations: readonly ObservedFlight[]): Sightings {
  const found = new Map<string, { answers: Set<string>; departures: Set<string> }>();
  for (const observation of observations) {
    const time = departureTime(observation);
    const sighting = found.get(time) ?? { answers: new Set(), departures: new Set() };
    found.set(time, sighting);
    sighting.answers.add(observation.payloadHash);
    const departed = observation.said.actualDeparture;
    // What a person corrects makes no flight of its own.
    if (departed && observation.stream !== "manual") sighting.departures.add(departed.local);
  }
  return found;
}

/**
 * Whether two scheduled departure times of one number cannot be one flight that was retimed: one answer lists both (LH569,
 * API.md section 8.2), or both departed, at different times, and are an hour or more apart.
 */
export function areApart(sightings: Sightings, one: string, other: string): boolean {
  const [first, second] = [sightings.get(one), sightings.get(other)];
  if (one === other || !first || !second) return false;
  if (share(first.answers, second.answers)) return true;
  const bothDeparted = first.departures.size > 0 && second.departures.size > 0;
  return (
    bothDeparted &&
    minutesBetween(one, other) >= APART_MINUTES &&
    !share(first.departures, second.departures)
  );
}

const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((each) => other.has(each));

/** Between two wall times of one airport and day. */
export const minutesBetween = (one: string, other: string): number =>
  Math.abs(Date.parse(`${one}Z`) - Date.parse(`${other}Z`)) / 60_000;

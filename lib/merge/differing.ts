import type { FlightSaid, FlightTime } from "@/lib/model/flight";

/** Of what a person says, that in which it differs from what the answers add up to: only that has to be kept. */
export function differing(said: FlightSaid, answered: FlightSaid): FlightSaid {
  const kept = Object.entries(said).map(([field, value]) => {
    // Names of FlightSaid, which Object.entries forgets.
    const other = answered[field as keyof FlightSaid];
    return [field, isSame(value, other) ? null : value];
  });
  // The same fields as before.
  return Object.fromEntries(kept) as FlightSaid;
}

/** Whether anything is said at all, but for zones, which belong to the airports. */
export const saysSomething = ({
  departureTimeZone: _,
  arrivalTimeZone: _too,
  ...said
}: FlightSaid): boolean => Object.values(said).some((value) => value !== null);

type Value = FlightSaid[keyof FlightSaid];

function isSame(one: Value, other: Value): boolean {
  if (isTime(one) && isTime(other)) return one.utc === other.utc && one.local === other.local;
  return one === other;
}

const isTime = (value: Value): value is FlightTime => typeof value === "object" && value !== null;

import type { FlightSaid } from "@/lib/model/flight";
import { NOTHING_SAID } from "./nothing-said";
import type { Saying, Sayings } from "./saying";

/**
 * The same sayings, oldest first, without what answers say of fields that a person spoke of before: that stays, whatever is
 * answered since. Persons may correct persons.
 */
export function holdManual(sayings: Sayings): Sayings {
  if (sayings.every(({ stream }) => stream !== "manual")) return sayings;
  const held: FlightSaid[] = [];
  const [first, ...later] = sayings.map((saying) => {
    if (saying.stream !== "manual") return withoutHeld(saying, held);
    held.push(saying.said);
    return saying;
  });
  return first ? [first, ...later] : sayings;
}

function withoutHeld(saying: Saying, held: readonly FlightSaid[]): Saying {
  const isFree = ([field]: [string, unknown]) =>
    // A zone belongs to the airport. Names of FlightSaid, which Object.entries forgets.
    field.endsWith("TimeZone") || held.every((said) => said[field as keyof FlightSaid] === null);
  const free = Object.fromEntries(Object.entries(saying.said).filter(isFree));
  return { ...saying, said: { ...NOTHING_SAID, ...free } };
}

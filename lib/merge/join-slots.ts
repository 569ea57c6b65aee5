import type { ObservedFlight } from "@/lib/model/flight";
import { compareObservations } from "./compare-observations";
import { departureTime, departureTimes } from "./departure-times";
import type { Operation } from "./operation";
import { operationName } from "./operation-name";

/**
 * Finds the operations of flights without a number (schedules name the carrier that operates a codeshare, not its number):
 * a known operation that ever had the same scheduled departure time, of several the first; else each time is an operation of
 * its own, until a number comes. `known` is ordered by number.
 */
export function joinSlots(
  known: readonly Operation[],
  unnumbered: readonly ObservedFlight[],
): Operation[] {
  const operations = [...known];
  const ownTimes = known.map(({ observations }) => departureTimes(observations));
  for (const slot of departureTimes(unnumbered)) {
    const observations = unnumbered.filter((each) => departureTime(each) === slot);
    const index = ownTimes.findIndex((times) => times.includes(slot));
    const joined = operations[index];
    if (joined) operations[index] = { ...joined, observations: inOrder(joined, observations) };
    else operations.push({ number: 0, suffix: "", operation: operationName(slot), observations });
  }
  return operations;
}

const inOrder = ({ observations }: Operation, joining: readonly ObservedFlight[]) =>
  [...observations, ...joining].sort(compareObservations);

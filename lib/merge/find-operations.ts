import type { ObservedFlight } from "@/lib/model/flight";
import { compareTexts } from "./compare-texts";
import { departureTimes } from "./departure-times";
import { joinSlots } from "./join-slots";
import type { Operation } from "./operation";
import { operationName } from "./operation-name";
import { splitOperations } from "./split-operations";

type Observations = readonly ObservedFlight[];

/** The operations in what was observed of a group, given oldest first; by number, suffix and name. */
export function findOperations(observations: Observations): readonly Operation[] {
  const numbers = new Map<string, ObservedFlight[]>();
  const unnumbered: ObservedFlight[] = [];
  for (const observation of observations) {
    if (observation.number === 0) unnumbered.push(observation);
    else {
      const designator = `${observation.number}${observation.suffix}`;
      const own = numbers.get(designator);
      if (own) own.push(observation);
      else numbers.set(designator, [observation]);
    }
  }
  const known = [...numbers.values()].flatMap(toOperations).sort(compareOperations);
  return unnumbered.length === 0 ? known : joinSlots(known, unnumbered).sort(compareOperations);
}

/** Only the second and later operations of a number have a name. */
const toOperations = (observations: Observations): Operation[] =>
  splitOperations(observations).map((own, index) => ({
    number: own[0]?.number ?? 0,
    suffix: own[0]?.suffix ?? "",
    operation: index === 0 ? "" : operationName(departureTimes(own)[0] ?? ""),
    observations: own,
  }));

const compareOperations = (one: Operation, other: Operation): number =>
  one.number - other.number ||
  compareTexts(one.suffix, other.suffix) ||
  compareTexts(one.operation, other.operation);

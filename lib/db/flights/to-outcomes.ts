import { compareObservations } from "@/lib/merge/compare-observations";
import { findOperations } from "@/lib/merge/find-operations";
import type { ObservedFlight } from "@/lib/model/flight";
import { flightName } from "./compare-flight";
import { observationName } from "./observation-rows";
import type { FlightFate } from "./regroup";

export type FlightOutcome = "inserted" | "updated" | "unchanged";

/**
 * What the `added` observations of one group did, in their order: `inserted` for the first one of a new flight, `updated` where
 * the flight is another than before this load, else `unchanged`.
 */
export function toOutcomes(
  observations: readonly ObservedFlight[],
  added: readonly ObservedFlight[],
  fates: readonly FlightFate[],
): FlightOutcome[] {
  const kinds = new Map<string, FlightFate["kind"]>();
  for (const fate of fates) {
    if (fate.kind !== "gone") kinds.set(flightName(fate.record), fate.kind);
  }
  const nameOf = flightNames(observations, fates);
  return added.map((observed) => {
    const name = nameOf(observed);
    const kind = kinds.get(name);
    if (kind !== "added") return kind === "changed" ? "updated" : "unchanged";
    // The first one made the row; what comes after it in the same load finds it there.
    kinds.set(name, "same");
    return "inserted";
  });
}

/** Which flight an observation is of. Most numbers fly once a day, which needs no second look at the whole group. */
function flightNames(
  observations: readonly ObservedFlight[],
  fates: readonly FlightFate[],
): (observed: ObservedFlight) => string {
  const isPlain =
    observations.every(({ number }) => number > 0) &&
    fates.every((fate) => fate.kind !== "gone" && fate.record.operation === "");
  if (isPlain) return (observed) => flightName({ ...observed, operation: "" });
  const names = new Map<string, string>();
  for (const operation of findOperations(observations.toSorted(compareObservations))) {
    for (const observed of operation.observations) {
      names.set(observationName(observed), flightName({ ...observed, ...operation }));
    }
  }
  return (observed) => names.get(observationName(observed)) ?? "";
}

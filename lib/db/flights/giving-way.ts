import type { ObservedFlight } from "@/lib/model/flight";
import type { FlightLoad } from "./flight-load";
import { observationName } from "./observation-rows";

/** Which stored observations a load takes the place of, or takes away. */
export function givingWay({
  replaces = [],
  forgets = [],
}: Pick<FlightLoad, "replaces" | "forgets">): (stored: ObservedFlight) => boolean {
  const replaced = new Set(replaces);
  const forgotten = new Set(forgets.map(observationName));
  return (stored) =>
    replaced.has(stored.payloadId) ||
    (forgotten.size > 0 && forgotten.has(observationName(stored)));
}

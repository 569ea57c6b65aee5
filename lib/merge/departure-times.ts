import type { FlightObservation } from "@/lib/model/flight";

/** Local time of scheduled departure, `2030-05-01T07:10`; empty where none was said. */
export const departureTime = ({ said }: Pick<FlightObservation, "said">): string =>
  said.scheduledDeparture?.local ?? "";

/** All scheduled departure times that were ever said, each once, earliest first. */
export function departureTimes(
  observations: readonly Pick<FlightObservation, "said">[],
): readonly string[] {
  return [...new Set(observations.map(departureTime))].sort();
}

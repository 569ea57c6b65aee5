import type { ObservedFlight } from "@/lib/model/flight";

type Timed = Pick<ObservedFlight, "said" | "stream" | "window">;

/**
 * Local time of scheduled departure, `2030-05-01T07:10`; empty where none was said. What a person says belongs to the flight
 * that they knew by its time, not to the time that they give it.
 */
export const departureTime = ({ said, stream, window }: Timed): string =>
  stream === "manual" ? window : (said.scheduledDeparture?.local ?? "");

/** All scheduled departure times that were ever said, each once, earliest first. */
export function departureTimes(observations: readonly Timed[]): readonly string[] {
  return [...new Set(observations.map(departureTime))].sort();
}

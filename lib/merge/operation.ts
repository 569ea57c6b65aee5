import type { FlightRecord, ObservedFlight } from "@/lib/model/flight";

/** One operation of a group with all that was observed of it, oldest first. */
export type Operation = Pick<FlightRecord, "number" | "suffix" | "operation"> & {
  observations: readonly ObservedFlight[];
};

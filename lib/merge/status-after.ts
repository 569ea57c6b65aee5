import type { FlightStatus } from "@/lib/model/flight";

const TIERS: Readonly<Record<FlightStatus, number>> = {
  landed: 2,
  diverted: 2,
  departed: 1,
  rerouted: 1,
  scheduled: 0,
  cancelled: 0,
  withdrawn: 0,
  unknown: 0,
};

/**
 * How a flight stands after `said`, the latest of what was said in order. What happened outranks every forecast, however late
 * the forecast comes; inside a tier the later one wins, so that what is cancelled or withdrawn can be reinstated. An absence
 * from the schedules does not hide a cancellation: it follows from it.
 */
export function statusAfter(before: FlightStatus, said: FlightStatus | null): FlightStatus {
  if (said === null || (said === "withdrawn" && before === "cancelled")) return before;
  return TIERS[said] >= TIERS[before] ? said : before;
}

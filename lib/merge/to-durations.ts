import type { FlightRecord, FlightTime } from "@/lib/model/flight";
import type { MergedSaid } from "./event-values";

type Durations = Pick<
  FlightRecord,
  "departureDelayMinutes" | "arrivalDelayMinutes" | "scheduledBlockMinutes" | "actualBlockMinutes"
>;

/**
 * Delays and block times in minutes, from UTC only: null where an instant is not known, or it did not happen. A flight that was
 * diverted or rerouted landed elsewhere, so that it has neither an arrival delay nor a block time to compare.
 */
export function toDurations(said: MergedSaid): Durations {
  const landedElsewhere = said.status === "diverted" || said.status === "rerouted";
  const arrival = landedElsewhere ? null : said.actualArrival;
  return {
    departureDelayMinutes: minutesFrom(said.scheduledDeparture, said.actualDeparture),
    arrivalDelayMinutes: minutesFrom(said.scheduledArrival, arrival),
    scheduledBlockMinutes: minutesFrom(said.scheduledDeparture, said.scheduledArrival),
    actualBlockMinutes: minutesFrom(said.actualDeparture, arrival),
  };
}

function minutesFrom(start: FlightTime | null, end: FlightTime | null): number | null {
  if (!start?.utc || !end?.utc) return null;
  return (Date.parse(end.utc) - Date.parse(start.utc)) / 60_000;
}

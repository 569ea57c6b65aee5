import type { InvalidParam } from "@/lib/errors";
import { invalidInput } from "@/lib/http/invalid-input";
import type { FlightSaid } from "@/lib/model/flight";

/** Throws `validation_failed` where a flight would arrive before it departed, by UTC, or what is `wrong` already. */
export function checkFlightEdit(said: FlightSaid, wrong: readonly InvalidParam[]): void {
  const found = [...wrong];
  if (isBackwards(said.scheduledDeparture, said.scheduledArrival)) {
    found.push({ name: "body.arrival_time", reason: "must be after departure_time" });
  }
  if (isBackwards(said.actualDeparture, said.actualArrival)) {
    found.push({ name: "body.actual_arrival_time", reason: "must be after actual_departure_time" });
  }
  if (found.length > 0) throw invalidInput(found);
}

type Time = FlightSaid["scheduledDeparture"];

const isBackwards = (start: Time, end: Time): boolean =>
  Boolean(start?.utc && end?.utc && end.utc <= start.utc);

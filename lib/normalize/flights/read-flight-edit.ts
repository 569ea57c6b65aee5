import type { FlightEdit } from "@/lib/contract/flight-edits";
import type { InvalidParam } from "@/lib/errors";
import type { FlightSaid, FlightTime } from "@/lib/model/flight";
import { wallMinutesAt } from "./local-time";
import { toUtcMinutes, toWallText } from "./wall-time";

type MomentName =
  | "departure_time"
  | "arrival_time"
  | "actual_departure_time"
  | "actual_arrival_time";

/** IANA zones of both airports, null where none is known. */
export type Zones = { departure: string | null; arrival: string | null };

/**
 * What a person says of a flight in our words, and what of it cannot be. Instants are told in UTC; without the zone of its
 * airport a moment has no local time, which a flight needs.
 */
export function readFlightEdit(
  edit: FlightEdit,
  zones: Zones,
): { said: FlightSaid; wrong: InvalidParam[] } {
  const wrong: InvalidParam[] = [];
  const moment = (name: MomentName, side: keyof Zones): FlightTime | null => {
    const text = edit[name];
    const time = text ? toTime(text, zones[side]) : null;
    if (text && !time) wrong.push({ name: `body.${name}`, reason: NO_ZONE[side] });
    return time;
  };
  const said: FlightSaid = {
    scheduledDeparture: moment("departure_time", "departure"),
    estimatedDeparture: null,
    actualDeparture: moment("actual_departure_time", "departure"),
    scheduledArrival: moment("arrival_time", "arrival"),
    estimatedArrival: null,
    actualArrival: moment("actual_arrival_time", "arrival"),
    departureTerminal: edit.departure_terminal ?? null,
    departureGate: edit.departure_gate ?? null,
    arrivalTerminal: edit.arrival_terminal ?? null,
    arrivalGate: edit.arrival_gate ?? null,
    aircraftType: edit.aircraft_type ?? null,
    registration: edit.registration ?? null,
    departureTimeZone: zones.departure,
    arrivalTimeZone: zones.arrival,
    statusCode: null,
    departureStatusCode: null,
    arrivalStatusCode: null,
    status: edit.flight_status ?? null,
    serviceType: edit.service_type ?? null,
    stops: null,
  };
  return { said, wrong };
}

const NO_ZONE: Readonly<Record<keyof Zones, string>> = {
  departure: "cannot be placed: the time zone of departure_airport is not known. Set it first",
  arrival: "cannot be placed: the time zone of arrival_airport is not known. Set it first",
};

/** `2030-05-01T05:10:00.000Z` at Frankfurt: 07:10. */
function toTime(text: string, timeZone: string | null): FlightTime | null {
  const utc = `${text.slice(0, 16)}Z`;
  const minutes = toUtcMinutes(utc);
  const wall = timeZone && minutes !== null ? wallMinutesAt(minutes, timeZone) : null;
  return wall === null ? null : { local: toWallText(wall), utc, basis: "sent" };
}

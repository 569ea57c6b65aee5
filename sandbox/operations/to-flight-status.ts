import { registrationOf } from "../flights/fleet";
import type { Flight } from "../flights/flight";
import { numberText } from "../flights/scheduled-service";
import type { FlightView, SideView } from "../flights/side-view";
import type { Station } from "../flights/stations";
import { terminalOf } from "../flights/terminal";
import { toWall } from "../flights/time-zone";
import { dateTimeText } from "../flights/wall-clock";
import type { Item } from "../json";
import { seededFraction } from "../seeded";

const TIME_STATUS: Record<string, string> = {
  FE: "Flight Early",
  OT: "Flight On Time",
  DL: "Flight Delayed",
  NO: "No status",
};
const FLIGHT_STATUS: Record<string, string> = {
  CD: "Flight Cancelled",
  DP: "Flight Departed",
  LD: "Flight Landed",
  DV: "Flight Diverted",
  NA: "No status",
};
const coded = (texts: Record<string, string>, code: string): Item => ({
  Code: code,
  Definition: texts[code] ?? code,
});

/** Aircraft get their tail a few hours before, and 7 of 373 recorded rows had none all day. */
const REGISTERED = 0.98;
const REGISTERED_BEFORE = 180;

function times(name: string, { timeZone }: Station, instant: number | null): Item {
  if (instant === null) return {};
  return {
    [`${name}TimeLocal`]: { DateTime: dateTimeText(toWall(timeZone, instant)) },
    [`${name}TimeUTC`]: { DateTime: `${dateTimeText(instant)}Z` },
  };
}

const side = (station: Station, view: SideView, terminal: Item): Item => ({
  AirportCode: station.code,
  ...times("Scheduled", station, view.scheduled),
  ...times("Estimated", station, view.estimated),
  ...times("Actual", station, view.actual),
  TimeStatus: coded(TIME_STATUS, view.status),
  ...terminal,
});

function equipment(flight: Flight, view: FlightView, now: number, seed: number): Item {
  const { service, departure, key } = flight;
  const known =
    view.status !== "CD" &&
    now >= departure - REGISTERED_BEFORE &&
    seededFraction(seed, "registered", key) < REGISTERED;
  return {
    AircraftCode: service.aircraft,
    ...(known && { AircraftRegistration: registrationOf(service.carrier, seed, key) }),
  };
}

/** One `Flight` of flight status (API.md 5.3): operating and marketing carrier are the same there, as recorded. */
export function toFlightStatus(flight: Flight, view: FlightView, now: number, seed: number): Item {
  const { service } = flight;
  const number = { AirlineID: service.carrier, FlightNumber: numberText(service.number) };
  return {
    Departure: side(flight.origin, view.departure, terminalOf(flight, "departure", seed)),
    Arrival: side(flight.destination, view.arrival, terminalOf(flight, "arrival", seed)),
    MarketingCarrier: number,
    OperatingCarrier: { ...number },
    Equipment: equipment(flight, view, now, seed),
    FlightStatus: coded(FLIGHT_STATUS, view.status),
    ServiceType: service.kind === "cargo" ? "Cargo" : "Passenger",
  };
}

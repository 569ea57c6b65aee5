import type { Flight } from "../flights/flight";
import { numberText } from "../flights/scheduled-service";
import type { FlightView, SideView } from "../flights/side-view";
import type { Station } from "../flights/stations";
import { terminalOf } from "../flights/terminal";
import { toWall } from "../flights/time-zone";
import { dateText, timeText } from "../flights/wall-clock";
import { collapse, type Item } from "../json";

const TEXTS: Record<string, string> = {
  CD: "Flight Cancelled",
  DP: "Flight Departed",
  LD: "Flight Landed",
  DV: "Flight Diverted",
  FE: "Flight Early",
  OT: "Flight On Time",
  DL: "Flight Delayed",
  NO: "No Status",
};
const coded = (code: string): Item => ({ Code: code, Description: TEXTS[code] ?? code });

function time(name: string, { timeZone }: Station, instant: number | null): Item {
  if (instant === null) return {};
  const wall = toWall(timeZone, instant);
  return { [name]: { Date: dateText(wall), Time: timeText(wall) } };
}

const side = (station: Station, view: SideView, terminal: Item): Item => ({
  AirportCode: station.code,
  ...time("Scheduled", station, view.scheduled),
  ...time("Estimated", station, view.estimated),
  ...time("Actual", station, view.actual),
  ...terminal,
  Status: coded(view.status),
});

/** One `Flight` of customer flight information (API.md 5.4); the list is of the partners only. */
export function toFlightInformation(flight: Flight, view: FlightView, seed: number): Item {
  const { service } = flight;
  const partners = service.partners.map(
    ({ carrier, number }): Item => ({ AirlineID: carrier, FlightNumber: numberText(number) }),
  );
  return {
    Departure: side(flight.origin, view.departure, terminalOf(flight, "departure", seed)),
    Arrival: side(flight.destination, view.arrival, terminalOf(flight, "arrival", seed)),
    ...(partners.length > 0 && { MarketingCarrierList: { MarketingCarrier: collapse(partners) } }),
    OperatingCarrier: { AirlineID: service.carrier, FlightNumber: numberText(service.number) },
    Equipment: { AircraftCode: service.aircraft },
    Status: coded(view.status),
  };
}

import type { Flight } from "../flights/flight";
import { flightInformationView } from "../flights/flight-information-view";
import { flightStatusView } from "../flights/flight-status-view";
import { type FlightView, isInWindow } from "../flights/side-view";
import { toWall } from "../flights/time-zone";
import type { Side, Timetable } from "../flights/timetable";
import { dayOf } from "../flights/wall-clock";
import type { Item } from "../json";
import { toFlightInformation } from "./to-flight-information";
import { toFlightStatus } from "./to-flight-status";

export type StatusName = "flightstatus" | "customerflightinformation";

/** What both status services need to know. `now` is in minutes. */
export type StatusQuestion = {
  name: StatusName;
  timetable: Timetable;
  now: number;
  /** all, passenger or cargo; flight status only. */
  serviceType: string;
};

/** A flight with what its service shows of it. */
export type Row = { flight: Flight; view: FlightView };

export const WINDOW_MINUTES = 240;
/** Days around a window's on which its flights may have begun: long ones, and the delays of a whole day. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 1;
/** Nothing is shown earlier than this before its scheduled time. */
const EARLIEST = 90;

/** Carriers that customer flight information knows: the group and those who fly for it (API.md 8.2). */
const GROUP = new Set("LH LX OS EW SN CL 2L E6 BT 4Y 4X WK QS YY EN TF XX VL WX".split(" "));

/** Flight status has no trains (none on a recorded day at FRA); freighters only who asks for them. */
function isServed({ service }: Flight, { name, serviceType }: StatusQuestion): boolean {
  const { kind, carrier } = service;
  if (name === "customerflightinformation") return kind !== "cargo" && GROUP.has(carrier);
  if (kind === "rail" || kind === "bus") return false;
  return serviceType === "all" || (serviceType === "cargo") === (kind === "cargo");
}

function toRow(flight: Flight, { name, now, timetable }: StatusQuestion): Row {
  const view =
    name === "flightstatus"
      ? flightStatusView(flight, now, timetable.seed)
      : flightInformationView(flight, now);
  return { flight, view };
}

const byTime = (side: "departure" | "arrival") => (a: Row, b: Row) =>
  a.flight[side] - b.flight[side] ||
  a.flight.service.carrier.localeCompare(b.flight.service.carrier) ||
  a.flight.service.number - b.flight.service.number;

function* nearby(timetable: Timetable, side: Side, airport: string, day: number) {
  for (let near = day - DAYS_BEFORE; near <= day + DAYS_AFTER; near++) {
    yield* timetable.flights(side, airport, near);
  }
}

/**
 * Flights of a window of local time at an airport, in the order of their scheduled times: those whose scheduled,
 * estimated or actual time on that side lies in it, both ends included.
 */
export function windowRows(
  question: StatusQuestion,
  side: Side,
  airport: string,
  wall: number,
): Row[] {
  const { timetable } = question;
  const zone = timetable.station(airport)?.timeZone ?? "UTC";
  const end = side === "departures" ? "departure" : "arrival";
  const last = wall + WINDOW_MINUTES;
  const rows: Row[] = [];
  for (const flight of nearby(timetable, side, airport, dayOf(wall))) {
    const scheduled = toWall(zone, flight[end]);
    const { departureDelay, arrivalDelay } = flight.life;
    const latest = scheduled + Math.max(0, departureDelay, arrivalDelay) + EARLIEST;
    if (scheduled - EARLIEST > last || latest < wall || !isServed(flight, question)) continue;
    const row = toRow(flight, question);
    const shown = row.view[end];
    const walls = {
      ...shown,
      scheduled,
      estimated: shown.estimated === null ? null : toWall(zone, shown.estimated),
      actual: shown.actual === null ? null : toWall(zone, shown.actual),
    };
    if (isInWindow(walls, wall, last)) rows.push(row);
  }
  return rows.sort(byTime(end));
}

/** Flights from an airport to another that depart on a local day. */
export function routeRows(
  question: StatusQuestion,
  route: { origin: string; destination: string; day: number },
): Row[] {
  const { origin, destination, day } = route;
  const rows = [day - 1, day, day + 1].flatMap((near) =>
    question.timetable
      .flights("departures", origin, near)
      .filter((flight) => flight.day === day && flight.destination.code === destination)
      .filter((flight) => isServed(flight, question))
      .map((flight) => toRow(flight, question)),
  );
  return rows.sort(byTime("departure"));
}

/** The legs of a flight number that leaves its first stop on a local day. */
export function numberRows(
  question: StatusQuestion,
  flight: { carrier: string; number: number; day: number },
): Row[] {
  return question.timetable
    .legsOf(flight.carrier, flight.number, flight.day)
    .filter((leg) => isServed(leg, question))
    .map((leg) => toRow(leg, question));
}

/** A row as its service writes it. */
export const toItem = ({ flight, view }: Row, { name, now, timetable }: StatusQuestion): Item =>
  name === "flightstatus"
    ? toFlightStatus(flight, view, now, timetable.seed)
    : toFlightInformation(flight, view, timetable.seed);

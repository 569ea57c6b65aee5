import { type Answer, malformedInput } from "../answer";
import { toWall } from "../flights/time-zone";
import type { Side, Timetable } from "../flights/timetable";
import { dayOf, MINUTES_A_DAY, parseDateTime } from "../flights/wall-clock";
import { collapse, type Item } from "../json";
import type { Asked } from "../links";
import { numberRows, type Row, routeRows, type StatusName, toItem, windowRows } from "./board";
import { noFlights } from "./operation-errors";
import { informationLinks, routeLinks, statusLinks } from "./operation-links";
import { type OperationPage, operationPage } from "./operation-page";

/** Days around today that are served, local to the airport (API.md 4.2; the exact limits cannot be known). */
const FIRST_DAY = -3;
const LAST_DAY = 5;

const ROOTS: Record<StatusName, string> = {
  flightstatus: "FlightStatusResource",
  customerflightinformation: "FlightInformation",
};
const SERVICE_TYPES = ["all", "passenger", "cargo"];
const AIRPORT = /^[A-Z]{3}$/;
const FLIGHT = /^([A-Z0-9]{2})(\d{1,4})[A-Z]?$/;

export type StatusContext = { name: StatusName; timetable: Timetable; now: number; asked: Asked };

const isServedDay = (zone: string, now: number, day: number) => {
  const today = dayOf(toWall(zone, now));
  return day >= today + FIRST_DAY && day <= today + LAST_DAY;
};

function questionOf({ name, timetable, now, asked }: StatusContext) {
  const given = new URLSearchParams(asked.search).get("serviceType") ?? "passenger";
  const serviceType = SERVICE_TYPES.find((known) => known === given.toLowerCase());
  return serviceType ? { name, timetable, now, serviceType } : null;
}

function answerRows(
  context: StatusContext,
  rows: readonly Row[],
  linksOf: (page: OperationPage) => Item[],
): Answer {
  const page = operationPage(new URLSearchParams(context.asked.search));
  const question = questionOf(context);
  if (!page || !question) return malformedInput("limit, offset or serviceType");
  const shown = rows.slice(page.offset, page.offset + page.limit);
  if (shown.length === 0) return noFlights(context.name);
  const items = shown.map((row) => toItem(row, question));
  return {
    status: 200,
    json: {
      [ROOTS[context.name]]: {
        Flights: { Flight: collapse(items) },
        Meta: { "@Version": "1.0.0", Link: linksOf(page), TotalCount: rows.length },
      },
    },
  };
}

/** Departures or arrivals of an airport in the four hours from a local time on. */
export function answerWindow(
  context: StatusContext,
  side: Side,
  code: string,
  from: string,
): Answer {
  const [airport, time, question] = [code.toUpperCase(), parseDateTime(from), questionOf(context)];
  if (!AIRPORT.test(airport) || !time || !question)
    return malformedInput("airport, time or serviceType");
  const station = context.timetable.station(airport);
  if (!station || !isServedDay(station.timeZone, context.now, time.day))
    return noFlights(context.name);
  const wall = time.day * MINUTES_A_DAY + (time.minute ?? 0);
  const rows = windowRows(question, side, airport, wall);
  return answerRows(context, rows, (page) =>
    context.name === "flightstatus"
      ? statusLinks(context.asked, wall, page, rows.length)
      : informationLinks(context.asked, wall),
  );
}

/** Flights from one airport to another on a local day of departure. */
export function answerRoute(
  context: StatusContext,
  from: string,
  to: string,
  date: string,
): Answer {
  const [origin, destination] = [from.toUpperCase(), to.toUpperCase()];
  const [time, question] = [parseDateTime(date), questionOf(context)];
  if (!AIRPORT.test(origin) || !AIRPORT.test(destination) || !time || !question) {
    return malformedInput("airport, date or serviceType");
  }
  const station = context.timetable.station(origin);
  if (!station || !isServedDay(station.timeZone, context.now, time.day))
    return noFlights(context.name);
  const rows = routeRows(question, { origin, destination, day: time.day });
  return answerRows(context, rows, () => routeLinks(context.asked));
}

/** All legs of a flight number on a day. */
export function answerNumber(context: StatusContext, flight: string, date: string): Answer {
  const [, carrier, digits] = FLIGHT.exec(flight.toUpperCase()) ?? [];
  const [time, question] = [parseDateTime(date), questionOf(context)];
  if (!carrier || !time || !question) return malformedInput("flight number, date or serviceType");
  if (!isServedDay("UTC", context.now, time.day)) return noFlights(context.name);
  const rows = numberRows(question, { carrier, number: Number(digits), day: time.day });
  return answerRows(context, rows, () => routeLinks(context.asked));
}

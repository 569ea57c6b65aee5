import type { Question } from "@/lib/model/answer";
import type { FlightStream, ReferenceStream } from "@/lib/model/stream";

/** Names are asked for in English; without `lang` every translation comes. Airlines and aircraft know no `lang`. */
const NAMES_IN_ENGLISH = { lang: "EN" };

const REFERENCES = {
  countries: { path: "/mds-references/countries", query: NAMES_IN_ENGLISH },
  cities: { path: "/mds-references/cities", query: NAMES_IN_ENGLISH },
  airports: { path: "/mds-references/airports", query: NAMES_IN_ENGLISH },
  airlines: { path: "/mds-references/airlines", query: {} },
  aircraft: { path: "/mds-references/aircraft", query: {} },
} as const satisfies Record<ReferenceStream, Pick<Question, "path" | "query">>;

/**
 * One page of a reference list: `limit` records (1 to 100; more are cut to 100) from position `offset`, which counts from 1. One position
 * that the source cannot show makes it answer 404 or 500 for the whole page, so a 500 of the backend is an answer here.
 */
export function referencePage(
  stream: ReferenceStream,
  { offset, limit }: { offset: number; limit: number },
): Question {
  const { path, query } = REFERENCES[stream];
  return { path, query: { ...query, limit, offset }, backendErrorIsAnswer: true };
}

/** One record by its code. */
export function referenceByCode(stream: ReferenceStream, code: string): Question {
  const { path, query } = REFERENCES[stream];
  return { path: `${path}/${encodeURIComponent(code)}`, query };
}

/** Rows of one answer of operations at most, whatever is asked for (API.md section 6). */
export const FLIGHT_PAGE_ROWS = 50;

/** Paths of the three kinds of answers about flights. Schedules have no boards. */
const OPERATIONS = {
  schedules: "/operations/schedules",
  "flight-status": "/operations/flightstatus",
  "flight-information": "/operations/customerflightinformation",
} as const satisfies Record<FlightStream, string>;

/** `FRA/departures`: a board; else a route. */
const BOARD = /^([A-Z]{3})\/(departures|arrivals)$/;
const ROUTE = /^([A-Z]{3})-([A-Z]{3})$/;

/**
 * One page of a window of flights, up to 50 rows from `offset`, which counts from 0. The window is named as in the coverage
 * ledger: `FRA/departures` at `2030-05-01T04:00` (four hours), or `FRA-LHR` on `2030-05-01`. Times are local to the airport.
 * Throws an Error for any other window.
 */
export function flightPage(
  stream: FlightStream,
  { scope, key }: { scope: string; key: string },
  offset: number,
): Question {
  const query = { limit: FLIGHT_PAGE_ROWS, offset };
  const [, departure, arrival] = ROUTE.exec(scope) ?? [];
  if (departure && arrival) {
    const route = `${departure}/${arrival}/${key}`;
    if (stream !== "schedules") return { path: `${OPERATIONS[stream]}/route/${route}`, query };
    // Connections too: their legs are flights of their own.
    return { path: `${OPERATIONS[stream]}/${route}`, query: { directFlights: 0, ...query } };
  }
  const [, airport, direction] = BOARD.exec(scope) ?? [];
  if (!airport || !direction || stream === "schedules") {
    throw new Error(`${stream} cannot be asked for ${scope}`);
  }
  return { path: `${OPERATIONS[stream]}/${direction}/${airport}/${key}`, query };
}

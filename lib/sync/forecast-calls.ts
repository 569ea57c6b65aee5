import { FLIGHT_STREAMS, type FlightStream } from "@/lib/model/stream";
import type { FlightKnowledge } from "./flight-knowledge";

/** Six windows of four hours, departures and arrivals. */
const BOARD_WINDOWS_A_DAY = 12;
/** A live round asks an airport for the window that holds now and the one before, on both boards. */
const LIVE_WINDOWS = 4;
const DAY_MINUTES = 24 * 60;
const DAY_HOURS = 24;
/** Without a measure: most windows are one page. */
const ASSUMED_CALLS_PER_WINDOW = 1;

/** What following one route or airport costs in a day. */
export type Forecast = {
  /** All calls, live ones included. */
  calls: number;
  live: number;
  callsPerWindow: number;
  /** Nothing tells how many pages its windows take. */
  isEstimate: boolean;
};

export type ForecastInput = {
  /** Calls that a window of this stream and place took lately; null where none was asked. */
  callsPerWindow: (stream: FlightStream, place: string) => number | null;
  horizonDays: number;
  /** Minutes between live rounds, 0: none. `share` of an hour's calls is the most that they use. */
  live: { minutes: number; share: number };
  /** 0: no limit; null: not known. */
  callsPerHour: number | null;
};

/** Schedules of a route: once a day, today and every day of the horizon. */
export function forecastRoute(
  route: { departure: string; arrival: string },
  { callsPerWindow, horizonDays }: ForecastInput,
): Forecast {
  const known = callsPerWindow("schedules", `${route.departure}-${route.arrival}`);
  const perWindow = known ?? ASSUMED_CALLS_PER_WINDOW;
  return {
    calls: Math.ceil((horizonDays + 1) * perWindow),
    live: 0,
    callsPerWindow: perWindow,
    isEstimate: known === null,
  };
}

/** Boards of an airport: each window once when it is settled, and the live rounds. */
export function forecastAirport(
  airport: FlightKnowledge["airports"][number],
  { callsPerWindow, live }: ForecastInput,
): Forecast {
  const rounds = live.minutes > 0 ? DAY_MINUTES / live.minutes : 0;
  const follows = {
    "flight-status": airport.flightStatus,
    "flight-information": airport.flightInformation,
    schedules: false,
  };
  const known = FLIGHT_STREAMS.filter((stream) => follows[stream]).map((stream) =>
    callsPerWindow(stream, airport.code),
  );
  const perWindow = known.map((calls) => calls ?? ASSUMED_CALLS_PER_WINDOW);
  const all = perWindow.reduce((sum, calls) => sum + calls, 0);
  const liveCalls = Math.ceil(rounds * LIVE_WINDOWS * all);
  return {
    calls: Math.ceil(BOARD_WINDOWS_A_DAY * all) + liveCalls,
    live: liveCalls,
    callsPerWindow: known.length > 0 ? all / known.length : ASSUMED_CALLS_PER_WINDOW,
    isEstimate: known.includes(null),
  };
}

/** What all of it costs in a day, with live rounds as far as their share of the quota allows. */
export function forecastTotal(
  parts: readonly Forecast[],
  { callsPerHour, live }: Pick<ForecastInput, "callsPerHour" | "live">,
): {
  calls: number;
  live: number;
  quota: number | null;
  share: number | null;
  isEstimate: boolean;
} {
  const sum = (of: (part: Forecast) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  const wanted = sum((part) => part.live);
  const most = callsPerHour ? Math.floor(callsPerHour * live.share) * DAY_HOURS : wanted;
  const liveCalls = Math.min(wanted, most);
  const calls = sum((part) => part.calls) - wanted + liveCalls;
  const quota = callsPerHour ? callsPerHour * DAY_HOURS : null;
  return {
    calls,
    live: liveCalls,
    quota,
    share: quota === null ? null : calls / quota,
    isEstimate: parts.some(({ isEstimate }) => isEstimate),
  };
}

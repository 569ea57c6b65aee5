import { z } from "zod";
import { BOARD_HOURS, type Direction, type FlightWindow } from "@/lib/model/coverage";
import type { PlannedWindow } from "../ports";
import { firstInstantOf, lastInstantOf, wallTimeAfter } from "./wall-time";

/** What the ledger keeps of a window of flights besides its name: its local day, its first and its last instant. */
export const FlightWindowPlan = z.object({
  day: z.iso.date(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});
export type FlightWindowPlan = z.infer<typeof FlightWindowPlan>;

/** A board answers for so many hours from the time asked for, both ends included (API.md section 5.4). */
const BOARD_MS = BOARD_HOURS * 60 * 60 * 1000;
const BOARD_STARTS = ["00:00", "04:00", "08:00", "12:00", "16:00", "20:00"] as const;

/**
 * Zones in which a wall time comes first and last on earth. They stand in for an airport whose zone is not known: its window
 * surely lies between them, so it is never called settled too early.
 */
const FIRST_ZONE = "Etc/GMT-14";
const LAST_ZONE = "Etc/GMT+12";

/** The four hours of a board from a local time on (`2030-05-01T04:00`). They are longer or shorter when clocks change in them. */
export function boardWindow(board: {
  airport: string;
  direction: Direction;
  start: string;
  timeZone: string | null;
}): FlightWindow {
  const { airport, direction, start, timeZone } = board;
  return {
    scope: `${airport}/${direction}`,
    key: start,
    day: start.slice(0, 10),
    startsAt: firstInstantOf(start, timeZone ?? FIRST_ZONE),
    endsAt: lastInstantOf(wallTimeAfter(start, BOARD_HOURS), timeZone ?? LAST_ZONE),
  };
}

/** The windows of a board on one local day: six, of which those that clocks skip (a day lost at the date line) are left out. */
export function boardWindowsOfDay(board: {
  airport: string;
  direction: Direction;
  day: string;
  timeZone: string | null;
}): FlightWindow[] {
  const { airport, direction, day } = board;
  const { startsAt, endsAt } = boundsOf(board);
  const isPlain = endsAt.getTime() - startsAt.getTime() === BOARD_STARTS.length * BOARD_MS;
  return BOARD_STARTS.map((time, place) => {
    const start = `${day}T${time}`;
    // Asking the calendar twice a window is dear, and needed only on days on which clocks change.
    if (!isPlain) return boardWindow({ ...board, start });
    const begin = startsAt.getTime() + place * BOARD_MS;
    return {
      scope: `${airport}/${direction}`,
      key: start,
      day,
      startsAt: new Date(begin),
      endsAt: new Date(begin + BOARD_MS),
    };
  }).filter((window) => window.startsAt < window.endsAt);
}

/** The first and the last instant of a local day. */
function boundsOf({ day, timeZone }: { day: string; timeZone: string | null }) {
  const start = `${day}T00:00`;
  return {
    startsAt: firstInstantOf(start, timeZone ?? FIRST_ZONE),
    endsAt: lastInstantOf(wallTimeAfter(start, 24), timeZone ?? LAST_ZONE),
  };
}

/** One route on one local day of its origin: what schedules are asked for, and the status of one route. */
export function routeWindow(route: {
  departure: string;
  arrival: string;
  day: string;
  timeZone: string | null;
}): FlightWindow {
  const { departure, arrival, day } = route;
  return { scope: `${departure}-${arrival}`, key: day, day, ...boundsOf(route) };
}

/** A window as the ledger plans it. */
export const toPlannedWindow = ({
  scope,
  key,
  day,
  startsAt,
  endsAt,
}: FlightWindow): PlannedWindow => ({
  scope,
  key,
  plan: {
    day,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  } satisfies FlightWindowPlan,
});

/** The window that the ledger planned. Throws an Error where its plan is none of flights. */
export function toFlightWindow({ scope, key, plan }: PlannedWindow): FlightWindow {
  const { day, startsAt, endsAt } = FlightWindowPlan.parse(plan);
  return { scope, key, day, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}

/** How a window is called in observations and in the raw store: `FRA/departures 2030-05-01T04:00`. */
export const windowName = ({ scope, key }: { scope: string; key: string }): string =>
  `${scope} ${key}`;

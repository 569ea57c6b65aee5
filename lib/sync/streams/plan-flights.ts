import { DIRECTIONS, type FlightWindow, placeOf } from "@/lib/model/coverage";
import type { FlightScope, FlightStream } from "@/lib/model/stream";
import type { FlightKnowledge } from "../flight-knowledge";
import { boardWindowsOfDay, routeWindow, windowName } from "./flight-window";
import { type Days, localDay, servedDays, usualDays } from "./served-days";
import { countDays, dayAfter, daysBetween, wallTimeAt } from "./wall-time";

/** What a run of flights will ask, and how many windows of its days it leaves out. */
export type FlightPlan = {
  windows: readonly FlightWindow[];
  /** Settled already, so that `missing` need not ask again. */
  settled: number;
  /** Days that the source serves no longer, and days that it does not serve yet. */
  gone: number;
  ahead: number;
};

/** A live round asks the window that holds now, and the one before it: flights come late. */
const LIVE_WINDOWS = 2;
const WINDOWS_A_DAY = { airport: 12, route: 1 } as const;

/**
 * The windows of a run of flights, in the order in which they are asked: by time, so that neighbours in it are of different
 * places and one place's trouble does not look like everybody's.
 */
export function planFlights(
  stream: FlightStream,
  scope: FlightScope,
  knowledge: FlightKnowledge,
): FlightPlan {
  const plan = { windows: [] as FlightWindow[], settled: 0, gone: 0, ahead: 0 };
  const isSettled = scope.mode === "missing" ? settledBy(knowledge) : () => false;
  for (const target of targetsOf(stream, scope, knowledge)) {
    const served = servedDays(stream, airportOf(target), knowledge);
    const { from, to } =
      scope.mode === "live" ? served : askedDays(stream, target, scope, knowledge);
    const perDay = WINDOWS_A_DAY[target.kind];
    // Windows of days that are not served are counted alone: there may be years of them.
    plan.gone += perDay * countDays(from, earlier(to, dayAfter(served.from, -1)));
    plan.ahead += perDay * countDays(later(from, dayAfter(served.to, 1)), to);
    const asked = { ...scope, from: later(from, served.from), to: earlier(to, served.to) };
    for (const window of windowsOf(stream, target, asked, knowledge)) {
      if (isSettled(window)) plan.settled++;
      else plan.windows.push(window);
    }
  }
  plan.windows.sort(byTime);
  return plan;
}

const earlier = (one: string, other: string): string => (one < other ? one : other);
const later = (one: string, other: string): string => (one > other ? one : other);

/** Every window of a scope, whether asked before or not, and whether the source answers for its day now. */
export function flightWindowsOf(
  stream: FlightStream,
  scope: FlightScope,
  knowledge: FlightKnowledge,
): { window: FlightWindow; served: "now" | "gone" | "ahead" }[] {
  return targetsOf(stream, scope, knowledge).flatMap((target) => {
    const days = servedDays(stream, airportOf(target), knowledge);
    const servedOn = (day: string) => (day < days.from ? "gone" : day > days.to ? "ahead" : "now");
    return windowsOf(stream, target, scope, knowledge).map((window) => ({
      window,
      served: servedOn(window.day),
    }));
  });
}

/** What a plan leaves out, in a sentence; null when there is nothing to say. */
export function describeLeftOut({ windows, settled, gone, ahead }: FlightPlan): string | null {
  const left = [
    gone > 0 ? `${count(gone)} before the days that the source still serves` : "",
    ahead > 0 ? `${count(ahead)} behind the days that it serves yet` : "",
    settled > 0 ? `${count(settled)} settled already` : "",
  ].filter(Boolean);
  if (windows.length === 0 && left.length === 0)
    return "Nothing is followed here: no window to ask.";
  const isWorthSaying = windows.length === 0 || gone + ahead > 0;
  return isWorthSaying ? `Not asked: ${left.join("; ")}.` : null;
}

const count = (windows: number): string => `${windows} ${windows === 1 ? "window" : "windows"}`;

type Target =
  | { kind: "route"; departure: string; arrival: string }
  | { kind: "airport"; code: string };

const airportOf = (target: Target): string =>
  target.kind === "route" ? target.departure : target.code;

/** Schedules are of routes. The other streams have boards of airports, and answer for a route that is named too. */
function targetsOf(
  stream: FlightStream,
  { of }: FlightScope,
  knowledge: FlightKnowledge,
): Target[] {
  const named = of === "tracked" ? tracked(stream, knowledge) : of.map(toTarget);
  return named.filter(({ kind }) => stream !== "schedules" || kind === "route");
}

function toTarget(name: string): Target {
  const [departure = "", arrival] = name.split("-");
  return arrival ? { kind: "route", departure, arrival } : { kind: "airport", code: departure };
}

function tracked(stream: FlightStream, { routes, airports }: FlightKnowledge): Target[] {
  if (stream === "schedules") return routes.map((route) => ({ kind: "route", ...route }));
  const isFollowed = stream === "flight-status" ? "flightStatus" : "flightInformation";
  return airports
    .filter((airport) => airport[isFollowed])
    .map(({ code }) => ({ kind: "airport", code }));
}

function windowsOf(
  stream: FlightStream,
  target: Target,
  scope: FlightScope,
  knowledge: FlightKnowledge,
): FlightWindow[] {
  if (scope.mode === "live") return liveWindows(target, knowledge);
  return windowsOfDays(target, askedDays(stream, target, scope, knowledge), knowledge);
}

function askedDays(
  stream: FlightStream,
  target: Target,
  { from, to }: FlightScope,
  knowledge: FlightKnowledge,
): Days {
  const usual = usualDays(stream, airportOf(target), knowledge);
  return { from: from ?? usual.from, to: to ?? usual.to };
}

function windowsOfDays(target: Target, { from, to }: Days, { findPlace }: FlightKnowledge) {
  const timeZone = findPlace(airportOf(target))?.timeZone ?? null;
  return daysBetween(from, to).flatMap((day) =>
    target.kind === "route"
      ? [routeWindow({ ...target, day, timeZone })]
      : DIRECTIONS.flatMap((direction) =>
          boardWindowsOfDay({ airport: target.code, direction, day, timeZone }),
        ),
  );
}

function liveWindows(target: Target, knowledge: FlightKnowledge): FlightWindow[] {
  const { now, findPlace } = knowledge;
  const place = airportOf(target);
  const today = localDay(place, knowledge);
  if (target.kind === "route") return windowsOfDays(target, { from: today, to: today }, knowledge);
  const clock = wallTimeAt(now, findPlace(place)?.timeZone ?? "UTC");
  const begun = windowsOfDays(target, { from: dayAfter(today, -1), to: today }, knowledge)
    .filter(({ key }) => key <= clock)
    .sort(byTime);
  return begun.slice(-LIVE_WINDOWS * DIRECTIONS.length);
}

/** Where an airport's whole day is suspect, none of its windows is believed. */
function settledBy({ known }: FlightKnowledge): (window: FlightWindow) => boolean {
  const suspect = new Set<string>();
  for (const { state, scope, key } of known.values()) {
    if (state === "suspect") suspect.add(dayOf(scope, key));
  }
  return (window) => {
    const isSettled = known.get(windowName(window))?.settled ?? false;
    return isSettled && !suspect.has(dayOf(window.scope, window.key));
  };
}

const dayOf = (scope: string, key: string): string => `${placeOf(scope)} ${key.slice(0, 10)}`;

/** Orders windows by their beginning, those of one instant by place. */
export const byTime = (one: FlightWindow, other: FlightWindow): number =>
  one.startsAt.getTime() - other.startsAt.getTime() ||
  (one.scope < other.scope ? -1 : Number(one.scope > other.scope));

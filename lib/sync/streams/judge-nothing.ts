import { clockOf, DIRECTIONS, type FlightWindow, isBoard } from "@/lib/model/coverage";
import type { FlightStream } from "@/lib/model/stream";
import type { FlightKnowledge } from "../flight-knowledge";
import { boardWindowsOfDay, windowName } from "./flight-window";
import { servedDays } from "./served-days";

/**
 * What a 404 of a whole window means. `not_served`: its day is none that the source serves. `suspect`: flights were there
 * when it was asked before, or every window of that airport's day answers so. Else `empty`: nothing flies.
 */
export function judgeNothing(
  stream: FlightStream,
  window: FlightWindow,
  knowledge: FlightKnowledge,
): "not_served" | "suspect" | "empty" {
  const place = clockOf(window.scope);
  const served = servedDays(stream, place, knowledge);
  if (window.day < served.from || window.day > served.to) return "not_served";
  const before = knowledge.known.get(windowName(window));
  if (before && before.fetched > 0) return "suspect";
  return isWholeDayEmpty(place, window, knowledge) ? "suspect" : "empty";
}

const SAYS_NOTHING: readonly string[] = ["empty", "suspect"];

function isWholeDayEmpty(
  airport: string,
  window: FlightWindow,
  { known, findPlace }: FlightKnowledge,
): boolean {
  if (!isBoard(window.scope)) return false;
  const timeZone = findPlace(airport)?.timeZone ?? null;
  return DIRECTIONS.flatMap((direction) =>
    boardWindowsOfDay({ airport, direction, day: window.day, timeZone }),
  )
    .map(windowName)
    .filter((name) => name !== windowName(window))
    .every((name) => SAYS_NOTHING.includes(known.get(name)?.state ?? "planned"));
}

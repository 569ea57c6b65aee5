import type { FlightStream, Scope } from "@/lib/model/stream";
import type { FlightKnowledge } from "../flight-knowledge";
import { dayAfter, wallTimeAt } from "./wall-time";

/** Schedules are known from today to about so many days ahead (API.md section 4.2). */
const SCHEDULE_DAYS_AHEAD = 360;

/** First and last local day, both included. */
export type Days = { from: string; to: string };

/** The local day at a place; by UTC where its zone is not known. */
export const localDay = (
  code: string,
  { now, findPlace }: Pick<FlightKnowledge, "now" | "findPlace">,
) => wallTimeAt(now, findPlace(code)?.timeZone ?? "UTC").slice(0, 10);

/** The local days of a place for which the source answers at all, as far as is known: its documents and its users differ. */
export function servedDays(
  stream: FlightStream,
  place: string,
  knowledge: Pick<FlightKnowledge, "now" | "findPlace" | "boardDays">,
): Days {
  const today = localDay(place, knowledge);
  if (stream === "schedules") return { from: today, to: dayAfter(today, SCHEDULE_DAYS_AHEAD) };
  const { back, ahead } = knowledge.boardDays;
  return { from: dayAfter(today, -back), to: dayAfter(today, ahead) };
}

/** The days that a run asks for where nobody says which: of schedules today and what comes, of boards yesterday and today. */
export function usualDays(
  stream: FlightStream,
  place: string,
  knowledge: Pick<FlightKnowledge, "now" | "findPlace" | "horizonDays">,
): Days {
  const today = localDay(place, knowledge);
  return stream === "schedules"
    ? { from: today, to: dayAfter(today, knowledge.horizonDays) }
    : { from: dayAfter(today, -1), to: today };
}

/** Days that hold every window that a run may ask for, wherever its places are: days begin up to 14 hours apart on earth. */
export function knownDays(
  scope: Scope,
  { now, horizonDays }: Pick<FlightKnowledge, "now" | "horizonDays">,
): Days {
  const today = wallTimeAt(now, "UTC").slice(0, 10);
  const named = scope.kind === "flights" ? scope : null;
  return {
    from: named?.from ?? dayAfter(today, -2),
    to: named?.to ?? dayAfter(today, horizonDays + 2),
  };
}

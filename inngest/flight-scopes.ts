import type { FlightScope } from "@/lib/model/stream";
import { dayAfter } from "@/lib/sync/streams/wall-time";

/** What is tracked, over the days that a stream usually asks for, by the local date of each place. */
export const USUAL_DAYS: FlightScope = {
  kind: "flights",
  of: "tracked",
  from: null,
  to: null,
  mode: "missing",
};

/** What holds now at what is tracked, or at these airports of it only. */
export const liveScope = (of: FlightScope["of"]): FlightScope => ({
  kind: "flights",
  of,
  from: null,
  to: null,
  mode: "live",
});

/**
 * The boards to settle in the morning of `now` (UTC): those of yesterday, and what was left of the day before. West of the
 * Atlantic the evening of yesterday is over for less than six hours then, so it is settled a day later.
 */
export function settlingScope(now: Date): FlightScope {
  const today = now.toISOString().slice(0, 10);
  return { ...USUAL_DAYS, from: dayAfter(today, -2), to: dayAfter(today, -1) };
}

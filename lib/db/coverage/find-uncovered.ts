import type { FlightWindow } from "@/lib/model/coverage";
import type { FlightStream } from "@/lib/model/stream";
import { findSettledWindows } from "./find-settled-windows";
import { findUnsettled, type UnsettledWindow } from "./find-unsettled";
import { coveredMinutes, type WallWindow, wallWindow } from "./wall-windows";

const MINUTE_MS = 60_000;
const DAY_LENGTH = "2030-05-01".length;

/**
 * Those of these windows whose time no settled window covers, in their order. Recordings of other collectors begin their
 * windows at other hours: what they cover is no gap.
 */
export async function findUncovered(
  stream: FlightStream,
  windows: readonly FlightWindow[],
): Promise<UnsettledWindow[]> {
  const unsettled = await findUnsettled(stream, windows);
  const days = unsettled.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const settled = await findSettledWindows({
    stream,
    scopes: [...new Set(unsettled.map(({ scope }) => scope))],
    from: dayBefore(first),
    to: last,
  });
  const byDay = new Map<string, WallWindow[]>();
  for (const name of settled) {
    const [scope = "", key = ""] = name.split(" ");
    const place = `${scope} ${key.slice(0, DAY_LENGTH)}`;
    byDay.set(place, [...(byDay.get(place) ?? []), wallWindow(key)]);
  }
  return unsettled.filter(({ scope, key, day }) => {
    const span = wallWindow(key);
    // A window that begins late in a day reaches into the next one.
    const others = [dayBefore(day), day].flatMap((it) => byDay.get(`${scope} ${it}`) ?? []);
    return coveredMinutes(others, span) < span.to - span.from;
  });
}

const dayBefore = (day: string): string =>
  new Date((wallWindow(day).from - 1) * MINUTE_MS).toISOString().slice(0, 10);

import { Temporal } from "temporal-polyfill";
import { toWallText } from "./wall-time";

const MINUTE = 60_000;
const DAY = 24 * 60;

/**
 * The instants (minutes from 1970, UTC) at which the clocks of a zone show a wall time. `skipped`: none, for clocks are put
 * forward over it; then `utc` is that of the time moved forward by the gap. `unknown_zone`: it is no IANA zone.
 */
export type Instants =
  | { kind: "once"; utc: number }
  | { kind: "twice"; first: number; second: number }
  | { kind: "skipped"; utc: number }
  | { kind: "unknown_zone" };

/** When the clocks of an IANA zone show a wall time, given in minutes from 1970 by the calendar alone. */
export function instantsOf(wall: number, timeZone: string): Instants {
  const offset = steadyOffset(Math.floor(wall / DAY), timeZone);
  if (offset === "unknown_zone") return { kind: "unknown_zone" };
  return offset === "changes" ? askTemporal(wall, timeZone) : { kind: "once", utc: wall - offset };
}

/** What the clocks of an IANA zone show at an instant, both in minutes from 1970; null when it is no zone. */
export function wallMinutesAt(utc: number, timeZone: string): number | null {
  const offset = readOffset(utc, timeZone);
  return offset === "unknown_zone" ? null : utc + offset;
}

function askTemporal(wall: number, timeZone: string): Instants {
  const shown = Temporal.PlainDateTime.from(toWallText(wall));
  const earlier = shown.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const later = shown.toZonedDateTime(timeZone, { disambiguation: "later" });
  const first = earlier.epochMilliseconds / MINUTE;
  const second = later.epochMilliseconds / MINUTE;
  if (first === second) return { kind: "once", utc: first };
  const exists = earlier.toPlainDateTime().equals(shown);
  return exists ? { kind: "twice", first, second } : { kind: "skipped", utc: second };
}

type Offset = number | "unknown_zone";

/**
 * The offset of a zone on one day of its calendar, in minutes east of UTC, where it does not change between the midnights
 * (UTC) around that day; no wall time of it can then be missing or come twice. Zones never change there and back within a
 * day.
 */
function steadyOffset(day: number, timeZone: string): Offset | "changes" {
  const offset = offsetAtMidnight(day, timeZone);
  for (const near of [day - 1, day + 1, day + 2]) {
    if (offsetAtMidnight(near, timeZone) !== offset) return "changes";
  }
  return offset;
}

/** Offsets by zone and day: a flight needs up to six, and they are the same for all flights of a day. */
const knownOffsets = new Map<string, Map<number, Offset>>();
const MOST_DAYS = 2_000;

function offsetAtMidnight(day: number, timeZone: string): Offset {
  let days = knownOffsets.get(timeZone);
  if (!days || days.size > MOST_DAYS) {
    days = new Map();
    knownOffsets.set(timeZone, days);
  }
  const known = days.get(day);
  if (known !== undefined) return known;
  const offset = readOffset(day * DAY, timeZone);
  days.set(day, offset);
  return offset;
}

function readOffset(utc: number, timeZone: string): Offset {
  try {
    const instant = Temporal.Instant.fromEpochMilliseconds(utc * MINUTE);
    return instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9;
  } catch (error) {
    if (error instanceof RangeError) return "unknown_zone";
    throw error;
  }
}

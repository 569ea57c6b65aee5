import tzLookup from "@photostructure/tz-lookup";
import type { NoteUnusable } from "./normalize-list";

/** One instant in each half of a year: whatever the hemisphere, one of them is standard time. */
const WINTER_AND_SUMMER = [Date.UTC(2025, 0, 15), Date.UTC(2025, 6, 15)] as const;

const knownOffsets = new Map<string, number | null>();

/** Standard time of an IANA zone in minutes east of UTC; null when the zone is unknown. The lesser of winter and summer. */
export function standardOffsetMinutes(timeZone: string): number | null {
  const known = knownOffsets.get(timeZone);
  if (known !== undefined) return known;
  const offset = readStandardOffset(timeZone);
  knownOffsets.set(timeZone, offset);
  return offset;
}

function readStandardOffset(timeZone: string): number | null {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    return Math.min(...WINTER_AND_SUMMER.map((instant) => offsetAt(format, instant)));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? "") ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === "-" ? -size : size;
}

/** The zone as sent; null, and noted, when it is no IANA zone. */
export function sentTimeZone(value: string | undefined, note: NoteUnusable): string | null {
  const timeZone = value?.trim();
  if (!timeZone) return null;
  if (standardOffsetMinutes(timeZone) !== null) return timeZone;
  note("TimeZoneId", value);
  return null;
}

/**
 * The zone at a place (degrees WGS 84), where its standard time agrees with the offset that was sent; else null. The
 * check is needed: the lookup is a simplified map that is wrong near borders and coasts. At sea it only knows nautical
 * zones, which have no daylight saving and are no answer.
 */
export function zoneAt(place: {
  latitude: number;
  longitude: number;
  utcOffsetMinutes: number;
}): string | null {
  const timeZone = tzLookup(place.latitude, place.longitude);
  if (timeZone.startsWith("Etc/")) return null;
  return standardOffsetMinutes(timeZone) === place.utcOffsetMinutes ? timeZone : null;
}

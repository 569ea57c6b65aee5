import tzLookup from "@photostructure/tz-lookup";
import type { NoteUnusable } from "./normalize-list";

/** One instant in each half of a year: whatever the hemisphere, one of them is standard time. */
const WINTER_AND_SUMMER = [Date.UTC(2025, 0, 15), Date.UTC(2025, 6, 15)] as const;

type Zone = {
  /** Minutes east of UTC at those instants. */
  offsets: readonly number[];
  /** Its name where it has several. */
  name: string;
};

const knownZones = new Map<string, Zone | null>();

/** Null when it is no IANA zone. */
function findZone(timeZone: string): Zone | null {
  const known = knownZones.get(timeZone);
  if (known !== undefined) return known;
  const zone = readZone(timeZone);
  knownZones.set(timeZone, zone);
  return zone;
}

function readZone(timeZone: string): Zone | null {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    return {
      offsets: WINTER_AND_SUMMER.map((instant) => offsetAt(format, instant)),
      name: format.resolvedOptions().timeZone,
    };
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

/** Standard time of an IANA zone in minutes east of UTC; null when the zone is unknown. The lesser of winter and summer. */
export function standardOffsetMinutes(timeZone: string): number | null {
  const zone = findZone(timeZone);
  return zone && Math.min(...zone.offsets);
}

/** The zone as sent; null, and noted, when it is no IANA zone. */
export function sentTimeZone(value: string | undefined, note: NoteUnusable): string | null {
  const timeZone = value?.trim();
  if (!timeZone) return null;
  if (standardOffsetMinutes(timeZone) !== null) return timeZone;
  note("TimeZoneId", value);
  return null;
}

type Place = { latitude: number; longitude: number; utcOffsetMinutes: number };

/**
 * The zone at a place (degrees WGS 84), where its standard time agrees with the offset that was sent; else null. The
 * check is needed: the lookup is a simplified map that is wrong near borders and coasts. At sea it only knows nautical
 * zones, which have no daylight saving and are no answer.
 */
export function zoneAt(place: Place): string | null {
  const timeZone = tzLookup(place.latitude, place.longitude);
  if (timeZone.startsWith("Etc/")) return null;
  return standardOffsetMinutes(timeZone) === place.utcOffsetMinutes ? timeZone : null;
}

/** In degrees: nearer to a border than this the map is not believed against what was sent. */
const NEAR = 1;

/**
 * Whether a zone that was sent is one of another part of the world: the zone at the place agrees with the offset that was
 * sent, has other clocks, and the sent one is nowhere around. The source gives Alberta the zone of Whitehorse, and Cancún that
 * of Hermosillo.
 */
export function isZoneOfElsewhere(timeZone: string, place: Place): boolean {
  const [sent, there] = [findZone(timeZone), findZone(zoneAt(place) ?? timeZone)];
  if (!sent || !there) return false;
  const hasSameClocks = sent.offsets.every((offset, at) => offset === there.offsets[at]);
  return !hasSameClocks && !namesAround(place).includes(sent.name);
}

function namesAround({ latitude, longitude }: Place): (string | undefined)[] {
  const steps = [-NEAR, 0, NEAR];
  return steps.flatMap((north) =>
    steps.map((east) => {
      const zone = tzLookup(
        Math.max(-90, Math.min(90, latitude + north)),
        ((longitude + east + 540) % 360) - 180,
      );
      return findZone(zone)?.name;
    }),
  );
}

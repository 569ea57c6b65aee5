import { dayOf, MINUTES_A_DAY } from "./wall-clock";

type Zone = { format: Intl.DateTimeFormat; days: Map<number, number | null> };

const zones = new Map<string, Zone>();
const MOST_DAYS = 4000;

function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const zone = { format, days: new Map() };
  zones.set(name, zone);
  return zone;
}

function askedOffset({ format }: Zone, instant: number): number {
  const parts = format.formatToParts(instant * 60_000);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return wall / 60_000 - instant;
}

/** Minutes by which a zone's clocks are ahead of UTC at an instant. Days without a change are asked about once. */
export function zoneOffset(name: string, instant: number): number {
  const zone = zoneNamed(name);
  const day = dayOf(instant);
  let whole = zone.days.get(day);
  if (whole === undefined) {
    const [first, last] = [day, day + 1].map((edge) => askedOffset(zone, edge * MINUTES_A_DAY));
    whole = first !== undefined && first === last ? first : null;
    if (zone.days.size > MOST_DAYS) zone.days.clear();
    zone.days.set(day, whole);
  }
  return whole ?? askedOffset(zone, instant);
}

/** What the clocks of a zone show at an instant. */
export const toWall = (zone: string, instant: number) => instant + zoneOffset(zone, instant);

/**
 * The instant at which a zone's clocks show `wall`: the earlier one where they show it twice; in the hour that they
 * skip, as long after the change as the wall time is after it.
 */
export function toInstant(zone: string, wall: number): number {
  const before = zoneOffset(zone, wall - MINUTES_A_DAY);
  const after = zoneOffset(zone, wall + MINUTES_A_DAY);
  const earlier = wall - Math.max(before, after);
  if (toWall(zone, earlier) === wall) return earlier;
  const later = wall - Math.min(before, after);
  return toWall(zone, later) === wall ? later : wall - before;
}

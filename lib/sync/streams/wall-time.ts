import { Temporal } from "temporal-polyfill";

/**
 * The first instant at which clocks of a zone show `wall` (`2030-05-01T04:00`); where they skip it, the instant at which they
 * were moved past it.
 */
export const firstInstantOf = (wall: string, timeZone: string): Date =>
  instantOf(wall, timeZone, "earlier");

/** The last instant at which clocks of a zone show `wall`; where they skip it, the instant at which they were moved past it. */
export const lastInstantOf = (wall: string, timeZone: string): Date =>
  instantOf(wall, timeZone, "later");

function instantOf(wall: string, timeZone: string, choice: "earlier" | "later"): Date {
  const plain = Temporal.PlainDateTime.from(wall);
  const shown = plain.toZonedDateTime(timeZone, { disambiguation: choice });
  const instant = shown.toPlainDateTime().equals(plain) ? shown : jumpOver(plain, timeZone);
  return new Date(instant.epochMilliseconds);
}

/** The change of clocks that skips a wall time. Where a whole day is skipped it lies far from what the shifted time says. */
function jumpOver(plain: Temporal.PlainDateTime, timeZone: string): Temporal.ZonedDateTime {
  const behind = plain.toZonedDateTime(timeZone, { disambiguation: "later" });
  return behind.add({ nanoseconds: 1 }).getTimeZoneTransition("previous") ?? behind;
}

/** What clocks of a zone show at an instant, to the minute. */
export const wallTimeAt = (instant: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

/** The wall time so many hours later, by the calendar alone. */
export const wallTimeAfter = (wall: string, hours: number): string =>
  Temporal.PlainDateTime.from(wall).add({ hours }).toString({ smallestUnit: "minute" });

/** The day so many days later; earlier where it is negative. */
export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** How many days there are from one to another, both included; 0 where the second comes first. */
export const countDays = (from: string, to: string): number =>
  Math.max(0, 1 + Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days);

/** Every day from one to another, both included. */
export const daysBetween = (from: string, to: string): string[] =>
  Array.from({ length: countDays(from, to) }, (_, place) => dayAfter(from, place));

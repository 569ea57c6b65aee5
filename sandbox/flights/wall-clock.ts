/**
 * Times here are whole minutes since 1970: an instant in UTC, or a wall clock read as if it were UTC. Texts are made
 * from both in the same way.
 */
export const MINUTES_A_DAY = 1440;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?$/;

/** `2030-05-01` and `07:10` of a time. */
export const dateText = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(0, 10);
export const timeText = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16);

/** `2030-05-01T07:10` of a time. */
export const dateTimeText = (minutes: number) =>
  new Date(minutes * 60_000).toISOString().slice(0, 16);

/** Number of a day since 1970, and back to its text. */
export const dayOf = (minutes: number) => Math.floor(minutes / MINUTES_A_DAY);
export const dayText = (day: number) => dateText(day * MINUTES_A_DAY);

/** 1 for Monday to 7 for Sunday; day 0 was a Thursday. */
export const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;

/** The day of `2030-05-01`, or null where there is no such date. */
export function parseDay(text: string): number | null {
  if (!DATE.test(text)) return null;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return null;
  const day = dayOf(milliseconds / 60_000);
  return dayText(day) === text ? day : null;
}

/** Day and minute of it of `2030-05-01T07:10`; the minute is null where only the date is given. */
export function parseDateTime(text: string): { day: number; minute: number | null } | null {
  const [, date = "", hours, minutes] = DATE_TIME.exec(text) ?? [];
  const day = parseDay(date);
  if (day === null) return null;
  if (hours === undefined) return { day, minute: null };
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(hours) < 24 && Number(minutes) < 60 ? { day, minute } : null;
}

const WALL_TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const UTC_MARK = /(?:Z|\+00:00)$/i;

const MINUTE = 60_000;
const DAY = 24 * 60;

/** Recordings begin in 2017: a year beyond these is a mistake, which no calendar or column should have to bear. */
const FIRST_DAY = "2000-01-01";
const LAST_DAY = "2099-12-31";

/** `00:00` to `23:59`, by minute. */
const CLOCKS: readonly string[] = Array.from({ length: DAY }, (_, minute) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":"),
);

/** Days that were read and written, from 1970: flights come by the day, and these are at most the days of a century. */
const knownDays = new Map<string, number>();
const knownTexts = new Map<number, string>();

/**
 * Minutes from 1970 to a wall time (`2030-05-01T07:10`; seconds are dropped), by the calendar alone. Null when it is no time,
 * or none of the years 2000 to 2099.
 */
export function toWallMinutes(text: string): number | null {
  if (!WALL_TIME.test(text)) return null;
  const hour = Number(text.slice(11, 13));
  const minute = Number(text.slice(14, 16));
  const date = text.slice(0, 10);
  const day = knownDays.get(date) ?? readDay(date);
  return day === null || hour > 23 || minute > 59 ? null : day * DAY + hour * 60 + minute;
}

/** Minutes from 1970 to a UTC time as flight status sends it, `2030-05-01T05:10Z`; null when it is none. */
export const toUtcMinutes = (text: string): number | null =>
  toWallMinutes(text.replace(UTC_MARK, ""));

/** `2030-05-01T07:10` */
export function toWallText(minutes: number): string {
  const day = Math.floor(minutes / DAY);
  return `${knownTexts.get(day) ?? writeDay(day)}T${CLOCKS[minutes - day * DAY]}`;
}

/** `2030-05-01T05:10Z` */
export const toUtcText = (minutes: number): string => `${toWallText(minutes)}Z`;

function readDay(date: string): number | null {
  if (date < FIRST_DAY || date > LAST_DAY) return null;
  const day = Date.parse(`${date}T00:00Z`) / (DAY * MINUTE);
  // February 30 is read as a day of March, and month 13 as no day.
  if (Number.isNaN(day) || writeDay(day) !== date) return null;
  knownDays.set(date, day);
  return day;
}

function writeDay(day: number): string {
  const text = new Date(day * DAY * MINUTE).toISOString().slice(0, 10);
  knownTexts.set(day, text);
  return text;
}

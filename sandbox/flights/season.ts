import { dayOf, weekdayOf } from "./wall-clock";

/** A timetable season as IATA has them: from the last Sunday of March, and from the last Sunday of October. */
export type Season = { summer: boolean; first: number; last: number };

function lastSunday(year: number, month: number): number {
  const lastDay = dayOf(Date.UTC(year, month, 0) / 60_000);
  return lastDay - (weekdayOf(lastDay) % 7);
}

/** The season that a day belongs to; `first` and `last` are its days. */
export function seasonOf(day: number): Season {
  const year = new Date(day * 86_400_000).getUTCFullYear();
  const [spring, autumn] = [lastSunday(year, 3), lastSunday(year, 10)];
  if (day < spring) return { summer: false, first: lastSunday(year - 1, 10), last: spring - 1 };
  if (day < autumn) return { summer: true, first: spring, last: autumn - 1 };
  return { summer: false, first: autumn, last: lastSunday(year + 1, 3) - 1 };
}

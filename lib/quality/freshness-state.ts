const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** For how long after a whole answer a stream is fine, and for how long it is only a warning, in milliseconds. */
export type Rhythm = { fine: number; warning: number };

/** One missed week is a warning, two are an error. */
export const WEEKLY: Rhythm = { fine: 8 * DAY, warning: 15 * DAY };

/** One missed day is a warning, two are an error; a daily run may take two hours. */
export const DAILY: Rhythm = { fine: DAY + 2 * HOUR, warning: 2 * DAY + 2 * HOUR };

/** Fine while a round ended within the last two, `minutes` apart; a warning for two hours. */
export const liveRhythm = (minutes: number): Rhythm => ({
  fine: 2 * minutes * MINUTE,
  warning: Math.max(4 * minutes * MINUTE, 2 * HOUR),
});

/** How fresh a stream of this rhythm is at `now`; never answered whole is an error. */
export function freshnessState(
  lastCompleteAt: Date | null,
  now: Date,
  { fine, warning }: Rhythm = WEEKLY,
): "fine" | "warning" | "error" {
  if (!lastCompleteAt) return "error";
  const age = now.getTime() - lastCompleteAt.getTime();
  if (age <= fine) return "fine";
  return age <= warning ? "warning" : "error";
}

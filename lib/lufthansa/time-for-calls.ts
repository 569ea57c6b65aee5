const SECOND_MS = 1000;
const HOUR_SECONDS = 3600;
/** So long takes an answer where no spacing makes it longer. */
const ANSWER_SECONDS = 0.2;

/** How the quota stands for some work: what it has left of the present hour, and of each hour to come. */
export type CallsLeft = { now: Date; hourEndsAt: Date; thisHour: number; eachHour: number };

/**
 * Seconds until so many calls are made one after the other with what is left (null: no hourly limit); null when the hours to
 * come leave none for them. Slow answers take longer. Pure.
 */
export function timeForCalls(
  calls: number,
  { left, callsPerSecond }: { left: CallsLeft | null; callsPerSecond: number },
): number | null {
  const each = Math.max(ANSWER_SECONDS, callsPerSecond > 0 ? 1 / callsPerSecond : 0);
  if (left === null || calls <= left.thisHour) return Math.ceil(calls * each);
  if (left.eachHour === 0) return null;
  const later = calls - left.thisHour;
  const wholeHours = Math.ceil(later / left.eachHour) - 1;
  const untilNext = (left.hourEndsAt.getTime() - left.now.getTime()) / SECOND_MS;
  const inLastHour = Math.min(HOUR_SECONDS, (later - wholeHours * left.eachHour) * each);
  return Math.ceil(untilNext + wholeHours * HOUR_SECONDS + inLastHour);
}

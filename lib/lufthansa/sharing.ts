import type { WorkClass } from "@/lib/model/work-class";
import type { LiveShare } from "./quota";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** What a backfill leaves in every hour, so that a person who asks for something need not wait for the next one. */
const LEFT_FOR_PEOPLE = 0.05;

/** How one clock hour stands when somebody wants a call of it. */
type HourFacts = {
  /** All calls counted in it, and those of live work among them. */
  calls: number;
  liveCalls: number;
  /** When the call would start. */
  startAt: Date;
  callsPerHour: number;
  live: LiveShare;
  /** What one live round is expected to need. */
  liveRoundCalls: number;
};

/** Whether an hour has a call left for this class of work. Pure. */
export const hasCallLeft = (work: WorkClass, facts: HourFacts): boolean =>
  callsLeft(work, facts) > 0;

/**
 * How many calls an hour has left for this class of work, below 0 where others used what was kept. Live work may use its share
 * and no more. Other work leaves what live work will still need in this hour; a backfill leaves a twentieth of the hour
 * besides. Pure.
 */
export function callsLeft(work: WorkClass, facts: HourFacts): number {
  const { calls, liveCalls, callsPerHour } = facts;
  if (callsPerHour === 0) return Number.POSITIVE_INFINITY;
  if (work === "live") return Math.min(callsPerHour - calls, mostLiveCalls(facts) - liveCalls);
  const forPeople = work === "backfill" ? Math.ceil(callsPerHour * LEFT_FOR_PEOPLE) : 0;
  return callsPerHour - callsKeptForLive(facts) - forPeople - calls;
}

/** How many calls of an hour live work may use. */
export const mostLiveCalls = (facts: { callsPerHour: number; live: LiveShare }): number =>
  Math.floor(facts.callsPerHour * facts.live.share);

/** What the rounds to come in this hour need, and what the present one has not used yet; never more than the share allows. */
function callsKeptForLive(facts: HourFacts): number {
  const { liveCalls, liveRoundCalls, live } = facts;
  if (live.minutes === 0) return 0;
  const left = roundsLeft(facts.startAt, live.minutes);
  const begun = HOUR_MINUTES / live.minutes - left + 1;
  const unused = Math.max(0, begun * liveRoundCalls - liveCalls);
  const need = (left - 1) * liveRoundCalls + Math.min(liveRoundCalls, unused);
  return Math.max(0, Math.min(need, mostLiveCalls(facts) - liveCalls));
}

/** Rounds left in the clock hour of an instant, with the one that is on. `minutes` divides 60. */
export function roundsLeft(at: Date, minutes: number): number {
  const minuteOfHour = Math.floor(at.getTime() / MINUTE_MS) % HOUR_MINUTES;
  return HOUR_MINUTES / minutes - Math.floor(minuteOfHour / minutes);
}

/** Calls that one live round may make: an even part of what the share has left in this hour. Infinity without a limit. */
export function liveBudget(hour: {
  now: Date;
  liveCalls: number;
  callsPerHour: number;
  live: LiveShare;
}): number {
  const { now, liveCalls, callsPerHour, live } = hour;
  if (callsPerHour === 0 || live.minutes === 0) return Number.POSITIVE_INFINITY;
  const left = Math.max(0, mostLiveCalls(hour) - liveCalls);
  return Math.floor(left / roundsLeft(now, live.minutes));
}

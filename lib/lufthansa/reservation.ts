import type { WorkClass } from "@/lib/model/work-class";
import { type LiveShare, NO_ROUNDS, type QuotaLimits } from "./quota";
import { hasCallLeft } from "./sharing";

/** What all spenders of a key know together, by the clock of the database. */
export type QuotaFacts = {
  now: Date;
  /** Before this nobody's next call may start. Null while nobody asked. */
  nextCallAt: Date | null;
  /** The present hour and those after it, as far as anything is known of them. */
  hours: readonly { hour: Date; calls: number; liveCalls: number; spent: boolean }[];
  /** What one live round is expected to need. */
  liveRoundCalls: number;
};

/** Who wants a call, and how the hour is shared. */
export type CallWish = { work: WorkClass; live: LiveShare };

const ANYBODY: CallWish = { work: "usual", live: NO_ROUNDS };

export type Decision =
  | { kind: "spent"; until: Date }
  /** The call starts at `startAt`, counts in `hour`, and leaves `nextCallAt` to the next spender. */
  | { kind: "go"; startAt: Date; hour: Date; nextCallAt: Date };

export const HOUR_MS = 3_600_000;

/** Whoever would stand longer in the queue is told to come back instead. */
const LONGEST_QUEUE_MS = 10_000;

/** Calls arrive less evenly than they leave: with an even share of the second, some second saw a sixth call arrive. */
const SPACING_MARGIN = 1.1;

/** How far another clock may be from the database's before a refusal is believed to be about the new hour. */
const CLOCK_DOUBT_MS = 60_000;

/** The start of the clock hour of an instant, in UTC. Lufthansa's counter is fixed to it (recorded over 162 hours). */
export const hourOf = (instant: Date): Date =>
  new Date(Math.floor(instant.getTime() / HOUR_MS) * HOUR_MS);

/**
 * Whether and when the next call may start. It counts in the hour in which it starts. Whoever has no call left in this hour
 * is sent to the next one, also where others may still go on. Pure.
 */
export function decideCall(
  facts: QuotaFacts,
  limits: QuotaLimits,
  { work, live }: CallWish = ANYBODY,
): Decision {
  const startAt = new Date(Math.max(facts.now.getTime(), facts.nextCallAt?.getTime() ?? 0));
  if (startAt.getTime() - facts.now.getTime() > LONGEST_QUEUE_MS) {
    return { kind: "spent", until: startAt };
  }
  const hour = hourOf(startAt);
  const known = facts.hours.find((row) => row.hour.getTime() === hour.getTime());
  const { calls, liveCalls, spent } = known ?? { calls: 0, liveCalls: 0, spent: false };
  const { liveRoundCalls } = facts;
  const { callsPerHour } = limits;
  const hourFacts = { calls, liveCalls, startAt, callsPerHour, live, liveRoundCalls };
  if (spent || !hasCallLeft(work, hourFacts)) {
    return { kind: "spent", until: new Date(hour.getTime() + HOUR_MS) };
  }
  const spacing =
    limits.callsPerSecond > 0 ? Math.ceil((1000 * SPACING_MARGIN) / limits.callsPerSecond) : 0;
  return { kind: "go", startAt, hour, nextCallAt: new Date(startAt.getTime() + spacing) };
}

/**
 * What a refusal "the hour is spent" means at `now`. In the first minute it may be about the hour before, because the
 * call was still on its way or the two clocks differ: then one minute is lost and not an hour, each hour anew.
 */
export function decideSpent(now: Date): { until: Date; marksHour: boolean } {
  const start = hourOf(now).getTime();
  const inDoubt = now.getTime() - start < CLOCK_DOUBT_MS;
  return {
    until: new Date(start + (inDoubt ? CLOCK_DOUBT_MS : HOUR_MS)),
    marksHour: !inDoubt,
  };
}

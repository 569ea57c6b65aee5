import type { LiveShare, Quota, QuotaLimits } from "@/lib/lufthansa/quota";
import { decideCall, decideSpent, hourOf, type QuotaFacts } from "@/lib/lufthansa/reservation";

/** A clock that only moves when it is told to. */
export type SimulatedClock = { now: () => number; advance: (milliseconds: number) => void };

export function simulatedClock(start: string): SimulatedClock {
  let time = Date.parse(start);
  return {
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}

export type SimulatedQuota = Quota & {
  /** What one live round is expected to need. */
  liveRoundCalls: number;
  /** Calls of the present hour that were made for live rounds. */
  liveCalls: () => number;
};

/** The quota as the database keeps it, in memory and by a clock of ours: the decisions are the real ones. */
export function simulatedQuota(
  clock: SimulatedClock,
  shared: { limits: QuotaLimits; live: LiveShare },
): SimulatedQuota {
  const { limits, live } = shared;
  const hours = new Map<number, QuotaFacts["hours"][number]>();
  let nextCallAt: Date | null = null;
  const present = (hour: Date) =>
    hours.get(hour.getTime()) ?? { hour, calls: 0, liveCalls: 0, spent: false };

  const quota: SimulatedQuota = {
    liveRoundCalls: 0,
    liveCalls: () => present(hourOf(new Date(clock.now()))).liveCalls,
    async reserve(work = "usual") {
      const now = new Date(clock.now());
      const { liveRoundCalls } = quota;
      const facts = { now, nextCallAt, hours: [...hours.values()], liveRoundCalls };
      const decision = decideCall(facts, limits, { work, live });
      if (decision.kind === "spent") return decision;
      const known = present(decision.hour);
      hours.set(decision.hour.getTime(), {
        ...known,
        calls: known.calls + 1,
        liveCalls: known.liveCalls + (work === "live" ? 1 : 0),
      });
      nextCallAt = decision.nextCallAt;
      return { kind: "go", waitMs: decision.startAt.getTime() - now.getTime() };
    },
    async markSpent() {
      const now = new Date(clock.now());
      const { until, marksHour } = decideSpent(now);
      if (marksHour) hours.set(hourOf(now).getTime(), { ...present(hourOf(now)), spent: true });
      else nextCallAt = until;
      return until;
    },
  };
  return quota;
}

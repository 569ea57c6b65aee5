import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideCall,
  decideSpent,
  HOUR_MS,
  hourOf,
  type QuotaFacts,
} from "@/lib/lufthansa/reservation";

const at = (time: string) => new Date(`2030-05-01T${time}Z`);
const limits = { callsPerSecond: 5, callsPerHour: 1000 };
const fresh: QuotaFacts = { now: at("10:20:00"), nextCallAt: null, hours: [], liveRoundCalls: 0 };

describe("decideCall", () => {
  test("the first call goes at once and leaves a fifth of a second and a tenth of that behind it", () => {
    expect(decideCall(fresh, limits)).toEqual({
      kind: "go",
      startAt: at("10:20:00"),
      hour: at("10:00:00"),
      nextCallAt: at("10:20:00.220"),
    });
  });

  test("a call that starts after the hour counts in the next one, even if this one is spent", () => {
    const facts = {
      now: at("10:59:59.900"),
      nextCallAt: at("11:00:00.100"),
      liveRoundCalls: 0,
      hours: [{ hour: at("10:00:00"), calls: 1000, liveCalls: 0, spent: true }],
    };
    expect(decideCall(facts, limits)).toMatchObject({ kind: "go", hour: at("11:00:00") });
    const full = [
      ...facts.hours,
      { hour: at("11:00:00"), calls: 1000, liveCalls: 0, spent: false },
    ];
    expect(decideCall({ ...facts, hours: full }, limits)).toEqual({
      kind: "spent",
      until: at("12:00:00"),
    });
  });

  test("an hour that was marked spent is spent whatever its count and limit", () => {
    const hours = [{ hour: at("10:00:00"), calls: 3, liveCalls: 0, spent: true }];
    for (const callsPerHour of [1000, 0]) {
      expect(decideCall({ ...fresh, hours }, { callsPerSecond: 0, callsPerHour })).toEqual({
        kind: "spent",
        until: at("11:00:00"),
      });
    }
  });

  test("0 means no limit", () => {
    const hours = [{ hour: at("10:00:00"), calls: 1_000_000, liveCalls: 0, spent: false }];
    expect(decideCall({ ...fresh, hours }, { callsPerSecond: 0, callsPerHour: 0 })).toMatchObject({
      kind: "go",
      nextCallAt: fresh.now,
    });
  });

  test("whoever asks at whatever times, no hour has too many calls and no second more than five", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 30, maxLength: 200 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 20 }), (gapsMs, callsPerHour) => {
        const starts = startsOf(gapsMs, { callsPerSecond: 5, callsPerHour });
        for (const start of starts) {
          const sameHour = starts.filter((other) => +hourOf(other) === +hourOf(start));
          expect(sameHour.length).toBeLessThanOrEqual(callsPerHour);
        }
        for (const [index, start] of starts.entries()) {
          const sixth = starts[index + 5];
          if (sixth) expect(sixth.getTime() - start.getTime()).toBeGreaterThanOrEqual(1100);
        }
      }),
    );
  });
});

/** The starts that spenders get who ask after these pauses. */
function startsOf(gapsMs: readonly number[], given: typeof limits): Date[] {
  const calls = new Map<number, number>();
  const starts: Date[] = [];
  let now = at("10:20:00").getTime();
  let nextCallAt: Date | null = null;
  for (const gap of gapsMs) {
    now += gap;
    const hours = [...calls].map(([hour, count]) => ({
      hour: new Date(hour),
      calls: count,
      liveCalls: 0,
      spent: false,
    }));
    const facts = { now: new Date(now), nextCallAt, hours, liveRoundCalls: 0 };
    const decision = decideCall(facts, given);
    if (decision.kind === "spent") {
      expect(decision.until.getTime()).toBeGreaterThan(now);
      continue;
    }
    starts.push(decision.startAt);
    nextCallAt = decision.nextCallAt;
    calls.set(decision.hour.getTime(), (calls.get(decision.hour.getTime()) ?? 0) + 1);
  }
  return starts;
}

describe("decideSpent", () => {
  test("closes the hour until the next", () => {
    expect(decideSpent(at("10:01:00"))).toEqual({ until: at("11:00:00"), marksHour: true });
    expect(decideSpent(at("10:59:59.999"))).toEqual({ until: at("11:00:00"), marksHour: true });
  });

  test("costs a minute only while the refusal may be about the hour before", () => {
    expect(decideSpent(at("10:00:00"))).toEqual({ until: at("10:01:00"), marksHour: false });
    expect(decideSpent(at("10:00:59.999"))).toEqual({ until: at("10:01:00"), marksHour: false });
  });
});

test("hourOf is the clock hour in UTC", () => {
  expect(hourOf(at("10:59:59.999"))).toEqual(at("10:00:00"));
  expect(hourOf(at("10:00:00")).getTime() % HOUR_MS).toBe(0);
});

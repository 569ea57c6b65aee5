import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideCall } from "@/lib/lufthansa/reservation";
import { hasCallLeft, liveBudget, mostLiveCalls, roundsLeft } from "@/lib/lufthansa/sharing";
import type { WorkClass } from "@/lib/model/work-class";

const at = (time: string) => new Date(`2030-05-01T${time}Z`);
const live = { share: 0.5, minutes: 15 };

/** How many of the hour's calls this kind of work may still make at `startAt`, when it alone goes on. */
function callsLeft(
  work: WorkClass,
  hour: { startAt: Date; calls?: number; liveCalls?: number; liveRoundCalls?: number },
): number {
  const facts = { calls: 0, liveCalls: 0, liveRoundCalls: 0, callsPerHour: 1000, live, ...hour };
  const liveStep = work === "live" ? 1 : 0;
  let left = 0;
  while (
    left < 5000 &&
    hasCallLeft(work, {
      ...facts,
      calls: facts.calls + left,
      liveCalls: facts.liveCalls + left * liveStep,
    })
  ) {
    left++;
  }
  return left;
}

describe("what each kind of work may use of an hour", () => {
  test("live rounds have half of it and no more, whatever else is left", () => {
    expect(callsLeft("live", { startAt: at("10:00:00") })).toBe(500);
    expect(callsLeft("live", { startAt: at("10:59:00"), calls: 480, liveCalls: 480 })).toBe(20);
    expect(callsLeft("live", { startAt: at("10:59:00"), calls: 990, liveCalls: 100 })).toBe(10);
  });

  test("usual work leaves what the rounds of the hour will need", () => {
    const need = { liveRoundCalls: 80 };
    expect(callsLeft("usual", { startAt: at("10:00:00"), ...need })).toBe(1000 - 4 * 80);
    const twoDone = { calls: 160, liveCalls: 160, ...need };
    expect(callsLeft("usual", { startAt: at("10:29:59"), ...twoDone })).toBe(1000 - 160 - 160);
    const allDone = { calls: 320, liveCalls: 320, ...need };
    expect(callsLeft("usual", { startAt: at("10:50:00"), ...allDone })).toBe(1000 - 320);
  });

  test("rounds that did not take place are not waited for; the present one is", () => {
    expect(callsLeft("usual", { startAt: at("10:46:00"), liveRoundCalls: 80 })).toBe(1000 - 80);
  });

  test("a forecast beyond the share keeps the share only", () => {
    expect(callsLeft("usual", { startAt: at("10:00:00"), liveRoundCalls: 260 })).toBe(500);
  });

  test("a backfill leaves a twentieth besides, for what people ask", () => {
    expect(callsLeft("backfill", { startAt: at("10:00:00"), liveRoundCalls: 80 })).toBe(630);
    expect(callsLeft("backfill", { startAt: at("10:00:00") })).toBe(950);
  });

  test("without rounds or without a limit nothing is kept", () => {
    const facts = { calls: 999, liveCalls: 0, startAt: at("10:00:00"), liveRoundCalls: 80 };
    const off = { share: 0.5, minutes: 0 };
    expect(hasCallLeft("usual", { ...facts, callsPerHour: 1000, live: off })).toBe(true);
    expect(hasCallLeft("backfill", { ...facts, calls: 1e6, callsPerHour: 0, live })).toBe(true);
  });

  test("live rounds find their calls however greedily everybody else asks before them", () => {
    const minutes = fc.constantFrom(1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60);
    const share = fc.double({ min: 0.05, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(minutes, share, fc.integer({ min: 20, max: 1000 }), (every, part, perHour) => {
        const shared = { share: part, minutes: every };
        const budget = Math.floor(
          mostLiveCalls({ callsPerHour: perHour, live: shared }) / (60 / every),
        );
        const got = hourOfGreed({ perHour, live: shared, liveRoundCalls: budget });
        expect(got.total).toBeLessThanOrEqual(perHour);
        expect(got.live).toBe(budget * (60 / every));
      }),
      { numRuns: 60 },
    );
  });
});

/** An hour in which, at the start of each round, usual work and backfill take all they get before the round asks. */
function hourOfGreed(given: {
  perHour: number;
  live: { share: number; minutes: number };
  liveRoundCalls: number;
}): { total: number; live: number } {
  const { perHour, live: shared, liveRoundCalls } = given;
  const hour = at("10:00:00");
  let [calls, liveCalls] = [0, 0];
  const take = (work: WorkClass, now: Date) => {
    const hours = [{ hour, calls, liveCalls, spent: false }];
    const facts = { now, nextCallAt: null, hours, liveRoundCalls };
    const limits = { callsPerSecond: 0, callsPerHour: perHour };
    const isGo = decideCall(facts, limits, { work, live: shared }).kind === "go";
    if (isGo) calls++;
    if (isGo && work === "live") liveCalls++;
    return isGo;
  };
  for (let minute = 0; minute < 60; minute += shared.minutes) {
    const now = new Date(hour.getTime() + minute * 60_000);
    while (take("backfill", now));
    while (take("usual", now));
    for (let call = 0; call < liveRoundCalls; call++) take("live", now);
  }
  return { total: calls, live: liveCalls };
}

describe("the budget of a live round", () => {
  test("is an even part of what the share has left in this hour", () => {
    const hour = { callsPerHour: 1000, live };
    expect(liveBudget({ ...hour, now: at("10:00:00"), liveCalls: 0 })).toBe(125);
    expect(liveBudget({ ...hour, now: at("10:15:00"), liveCalls: 200 })).toBe(100);
    expect(liveBudget({ ...hour, now: at("10:45:30"), liveCalls: 320 })).toBe(180);
    expect(liveBudget({ ...hour, now: at("10:45:30"), liveCalls: 520 })).toBe(0);
  });

  test("has no bounds where the source has no limit", () => {
    const hour = { now: at("10:00:00"), liveCalls: 0, callsPerHour: 0, live };
    expect(liveBudget(hour)).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([
    ["10:00:00", 15, 4],
    ["10:14:59", 15, 4],
    ["10:15:00", 15, 3],
    ["10:59:59", 15, 1],
    ["10:30:00", 60, 1],
    ["10:07:00", 1, 53],
  ])("at %s with %d minutes between, %d rounds are left", (time, minutes, left) => {
    expect(roundsLeft(at(time), minutes)).toBe(left);
  });
});

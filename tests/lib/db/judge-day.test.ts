import { describe, expect, it } from "vitest";
import { type DayWindow, judgeDay } from "@/lib/db/coverage/judge-day";
import type { WindowState } from "@/lib/model/run";

/** Both boards of one day, four hours each from `first` on, all in this state. */
function day(state: WindowState, first = 0): DayWindow[] {
  const starts = [0, 4, 8, 12, 16, 20].map((hour) => String(hour + first).padStart(2, "0"));
  return ["departures", "arrivals"].flatMap((direction) =>
    starts.map((hour) => ({
      scope: `FRA/${direction}`,
      key: `2030-05-01T${hour}:00`,
      state,
      fetched: 0,
    })),
  );
}

const verdicts = (windows: readonly DayWindow[]) => [
  ...new Set(judgeDay(windows).map(({ state }) => state)),
];

describe("a day without any flight", () => {
  it("is suspect once every window of both boards was asked, at whatever hours they begin", () => {
    expect(judgeDay(day("empty"))).toHaveLength(12);
    expect(verdicts(day("empty"))).toEqual(["suspect"]);
    expect(verdicts(day("empty", 2))).toEqual(["suspect"]);
  });

  it("is believed as long as a window was not asked, failed, or is not served", () => {
    expect(judgeDay(day("empty").slice(1))).toEqual([]);
    for (const state of ["failed", "not_served"] as const) {
      const [first, ...others] = day("empty");
      expect(judgeDay(first ? [{ ...first, state }, ...others] : [])).toEqual([]);
    }
  });

  it("is believed of one board alone", () => {
    const departures = day("empty").filter(({ scope }) => scope === "FRA/departures");
    expect(judgeDay([...departures, ...departures])).toEqual([]);
  });
});

describe("a day with flights in one window", () => {
  const [flying, ...silent] = day("suspect");
  const flown: DayWindow[] = flying ? [{ ...flying, state: "complete", fetched: 3 }] : [];

  it("makes the silence of the others usual", () => {
    expect(judgeDay([...flown, ...silent])).toHaveLength(11);
    expect(verdicts([...flown, ...silent])).toEqual(["empty"]);
  });

  it("leaves the silence of a window suspect that had flights before", () => {
    const [first, ...others] = silent;
    const before = first ? [{ ...first, fetched: 7 }] : [];
    expect(judgeDay([...flown, ...before, ...others]).map(({ window }) => window)).toEqual(others);
  });
});

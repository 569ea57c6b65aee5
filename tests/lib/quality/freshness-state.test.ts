import { expect, it } from "vitest";
import { DAILY, freshnessState, liveRhythm } from "@/lib/quality/freshness-state";

const now = new Date("2026-11-23T10:00:00.000Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

it.each([
  [0, "fine"],
  [8, "fine"],
  [8.01, "warning"],
  [15, "warning"],
  [15.01, "error"],
])("a whole answer %d days ago is %s", (days, state) => {
  expect(freshnessState(daysAgo(days), now)).toBe(state);
});

it("never is an error", () => {
  expect(freshnessState(null, now)).toBe("error");
});

const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

it.each([
  [30, "fine"],
  [31, "warning"],
  [120, "warning"],
  [121, "error"],
])(
  "boards of a round %d minutes ago are %s where rounds lie 15 minutes apart",
  (minutes, state) => {
    expect(freshnessState(minutesAgo(minutes), now, liveRhythm(15))).toBe(state);
  },
);

it("a warning lasts for four rounds at least", () => {
  expect(freshnessState(minutesAgo(239), now, liveRhythm(60))).toBe("warning");
  expect(freshnessState(minutesAgo(241), now, liveRhythm(60))).toBe("error");
});

it.each([
  [25, "fine"],
  [27, "warning"],
  [51, "error"],
])("schedules of %d hours ago are %s", (hours, state) => {
  expect(freshnessState(minutesAgo(hours * 60), now, DAILY)).toBe(state);
});

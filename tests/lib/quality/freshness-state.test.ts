import { expect, it } from "vitest";
import { freshnessState } from "@/lib/quality/freshness-state";

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

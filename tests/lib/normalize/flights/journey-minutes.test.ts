import { expect, test } from "vitest";
import { journeyMinutes } from "@/lib/normalize/flights/journey-minutes";

test.each([
  ["PT1H5M", 65],
  ["PT23H55M", 1435],
  ["P1DT4H", 1680],
  ["P1DT1H29M", 1529],
  ["PT45M", 45],
  ["P2D", 2880],
  ["", null],
  ["PT", null],
  ["PT0M", null],
  ["1:05", null],
  [65, null],
  [undefined, null],
  [{}, null],
])("%j is %j minutes", (duration, minutes) => {
  expect(journeyMinutes(duration)).toBe(minutes);
});

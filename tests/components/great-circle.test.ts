import { expect, test } from "vitest";
import { greatCircle } from "@/components/map/great-circle";

const FRA = [8.57, 50.03] as const;
const JFK = [-73.78, 40.64] as const;

test("begins and ends where it should, and bends to the north over the Atlantic", () => {
  const way = greatCircle(FRA, JFK) ?? [];
  expect(way[0]?.[0]).toBeCloseTo(FRA[0]);
  expect(way.at(-1)?.[1]).toBeCloseTo(JFK[1]);
  expect(Math.max(...way.map(([, latitude]) => latitude))).toBeGreaterThan(52);
});

test("a place and its opposite have no one way", () => {
  expect(greatCircle([0, 0], [180, 0])).toBeNull();
  expect(greatCircle(FRA, FRA)).toHaveLength(2);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { planList } from "@/lib/sync/plan-list";

test("a list without known unreadable positions is cut into hundreds", () => {
  expect(planList({ from: 1, totalCount: 238, suspects: [] })).toEqual([
    { from: 1, to: 100, isLast: false },
    { from: 101, to: 200, isLast: false },
    { from: 201, to: 238, isLast: true },
  ]);
});

test("each known unreadable position begins a window, with up to 100 behind it", () => {
  expect(planList({ from: 1, totalCount: 260, suspects: [40, 41, 150] })).toEqual([
    { from: 1, to: 39, isLast: false },
    { from: 40, to: 40, isLast: false },
    { from: 41, to: 141, isLast: false },
    { from: 142, to: 149, isLast: false },
    { from: 150, to: 250, isLast: false },
    { from: 251, to: 260, isLast: true },
  ]);
});

test("of a list of unknown length only the first window is planned", () => {
  expect(planList({ from: 1, totalCount: null, suspects: [] })).toEqual([
    { from: 1, to: 100, isLast: true },
  ]);
  expect(planList({ from: 101, totalCount: null, suspects: [160] })).toEqual([
    { from: 101, to: 200, isLast: true },
  ]);
});

test("a list that ends before has no windows", () => {
  expect(planList({ from: 101, totalCount: 100, suspects: [] })).toEqual([]);
});

test("windows are without gaps, are 2 calls at most when nothing changed, and only the last one says so", () => {
  const position = fc.integer({ min: 1, max: 1200 });
  fc.assert(
    fc.property(position, position, fc.uniqueArray(position), (from, totalCount, suspects) => {
      const windows = planList({ from, totalCount, suspects });
      let next = from;
      for (const window of windows) {
        expect(window.from).toBe(next);
        const inside = suspects.filter((suspect) => suspect > window.from && suspect <= window.to);
        expect(inside).toEqual([]);
        const length = window.to - window.from + 1;
        expect(length).toBeLessThanOrEqual(suspects.includes(window.from) ? 101 : 100);
        expect(window.isLast).toBe(window.to === totalCount);
        next = window.to + 1;
      }
      expect(next).toBe(Math.max(from, totalCount + 1));
    }),
  );
});

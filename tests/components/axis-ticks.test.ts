import fc from "fast-check";
import { expect, test } from "vitest";
import { axisTicks } from "@/components/charts/axis-ticks";

test.each([
  [3327, [0, 1000, 2000, 3000, 4000]],
  [900, [0, 250, 500, 750, 1000]],
  [7, [0, 2, 4, 6, 8]],
  [1, [0, 1]],
  [0, [0, 1]],
])("up to %s", (most, ticks) => expect(axisTicks(most)).toEqual(ticks));

test("the last line is never below the tallest column, and there are five at most", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (most) => {
      const ticks = axisTicks(most);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.length).toBeLessThanOrEqual(5);
    }),
  );
});

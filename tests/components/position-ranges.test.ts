import { expect, test } from "vitest";
import { positionRanges } from "@/components/sync/position-ranges";

test("neighbours become one range, whatever their order", () =>
  expect(positionRanges([1035, 412, 1033, 1034, 412])).toEqual([
    { from: 412, to: 412 },
    { from: 1033, to: 1035 },
  ]));

test("no positions, no ranges", () => expect(positionRanges([])).toEqual([]));

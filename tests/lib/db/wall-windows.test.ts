import { expect, test } from "vitest";
import { coveredMinutes, wallWindow } from "@/lib/db/coverage/wall-windows";

const windows = (...keys: string[]) => keys.map(wallWindow);

test("a board covers four hours of wall time, a route its day", () => {
  expect(coveredMinutes(windows("2030-05-01T22:00"))).toBe(240);
  expect(coveredMinutes(windows("2030-05-01"))).toBe(1440);
});

test("what two windows share counts once, whatever their order", () => {
  expect(coveredMinutes(windows("2030-05-01T06:00", "2030-05-01T04:00"))).toBe(360);
  expect(coveredMinutes(windows("2030-05-01T04:00", "2030-05-01T05:00", "2030-05-01T04:00"))).toBe(
    300,
  );
});

test("only what lies within a day counts for it", () => {
  const day = wallWindow("2030-05-01");
  expect(coveredMinutes(windows("2030-04-30T22:00", "2030-05-01T22:00"), day)).toBe(240);
  expect(coveredMinutes(windows("2030-04-30T18:00"), day)).toBe(0);
  expect(coveredMinutes([], day)).toBe(0);
});

import { expect, test } from "vitest";
import { timeForCalls } from "@/lib/lufthansa/time-for-calls";

const left = (thisHour: number, eachHour: number) => ({
  now: new Date("2030-05-01T10:50:00Z"),
  hourEndsAt: new Date("2030-05-01T11:00:00Z"),
  thisHour,
  eachHour,
});

test.each([
  ["nothing to ask", 0, left(100, 100), 0],
  ["this hour does", 100, left(100, 100), 20],
  ["the next hour is needed", 110, left(100, 100), 600 + 2],
  ["exactly the next hour", 200, left(100, 100), 600 + 20],
  ["one call more", 201, left(100, 100), 600 + 3600 + 1],
  ["nothing is left now", 250, left(0, 100), 600 + 2 * 3600 + 10],
  ["no limit of an hour", 1000, null, 200],
])("%s", (_, calls, facts, seconds) => {
  expect(timeForCalls(calls, { left: facts, callsPerSecond: 5 })).toBe(seconds);
});

test("hours that leave nothing never end", () => {
  expect(timeForCalls(11, { left: left(10, 0), callsPerSecond: 5 })).toBeNull();
  expect(timeForCalls(10, { left: left(10, 0), callsPerSecond: 5 })).toBe(2);
});

test("calls that are spaced further apart take longer, and an hour that is too short for its calls is full", () => {
  expect(timeForCalls(10, { left: null, callsPerSecond: 1 })).toBe(10);
  expect(timeForCalls(10, { left: null, callsPerSecond: 0 })).toBe(2);
  expect(timeForCalls(5000, { left: left(0, 9000), callsPerSecond: 1 })).toBe(600 + 3600);
});

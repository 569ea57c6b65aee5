import { describe, expect, test } from "vitest";
import type { FlightWindow } from "@/lib/model/coverage";
import {
  boardWindow,
  boardWindowsOfDay,
  routeWindow,
  toFlightWindow,
  toPlannedWindow,
} from "@/lib/sync/streams/flight-window";

const board = (airport: string, day: string, timeZone: string | null) =>
  boardWindowsOfDay({ airport, direction: "departures", day, timeZone });
const span = ({ startsAt, endsAt }: FlightWindow) =>
  `${startsAt.toISOString().slice(0, 16)} ${endsAt.toISOString().slice(0, 16)}`;
const hours = ({ startsAt, endsAt }: FlightWindow) =>
  (endsAt.getTime() - startsAt.getTime()) / 3_600_000;

describe("windows of a board", () => {
  test("are six a day, from local midnight on, four hours each, and leave no gap", () => {
    const windows = board("FRA", "2030-05-01", "Europe/Berlin");
    expect(windows.map(({ key }) => key.slice(11))).toEqual([
      "00:00",
      "04:00",
      "08:00",
      "12:00",
      "16:00",
      "20:00",
    ]);
    expect(windows[0]).toMatchObject({ scope: "FRA/departures", day: "2030-05-01" });
    expect(windows.map(span)[0]).toBe("2030-04-30T22:00 2030-05-01T02:00");
    for (const [index, window] of windows.entries()) {
      const before = windows[index - 1];
      if (before) expect(window.startsAt).toEqual(before.endsAt);
    }
  });

  test.each([
    ["Berlin, clocks put forward", "2030-03-31", "Europe/Berlin", [3, 4, 4, 4, 4, 4]],
    ["Berlin, clocks put back", "2030-10-27", "Europe/Berlin", [5, 4, 4, 4, 4, 4]],
    ["Cairo, where midnight itself is skipped", "2024-04-26", "Africa/Cairo", [3, 4, 4, 4, 4, 4]],
    [
      "Havana, where the first hour comes twice",
      "2024-11-03",
      "America/Havana",
      [5, 4, 4, 4, 4, 4],
    ],
    ["Lord Howe, by half an hour", "2024-04-07", "Australia/Lord_Howe", [4.5, 4, 4, 4, 4, 4]],
    ["Apia, which skipped the whole day", "2011-12-30", "Pacific/Apia", []],
  ])("%s: they follow the clocks", (_where, day, timeZone, expected) => {
    expect(board("FRA", day, timeZone).map(hours)).toEqual(expected);
  });

  test("hold both midnights of Havana, where clocks go from 01:00 back to 00:00", () => {
    const [first] = board("HAV", "2024-11-03", "America/Havana");
    const last = board("HAV", "2024-11-02", "America/Havana").at(-1);
    expect(first?.startsAt.toISOString()).toBe("2024-11-03T04:00:00.000Z");
    // What was asked for the evening before also answers for the midnight that comes again.
    expect(last?.endsAt.toISOString()).toBe("2024-11-03T05:00:00.000Z");
  });

  test("of an airport without a zone surely lie between the first and the last midnight on earth", () => {
    expect(board("XXX", "2030-05-01", null).map(span)[0]).toBe("2030-04-30T10:00 2030-05-01T16:00");
  });

  test("may begin at any time, as recorded ones do", () => {
    const window = boardWindow({
      airport: "FRA",
      direction: "arrivals",
      start: "2024-07-06T22:00",
      timeZone: "Europe/Berlin",
    });
    expect([window.key, window.day, span(window)]).toEqual([
      "2024-07-06T22:00",
      "2024-07-06",
      "2024-07-06T20:00 2024-07-07T00:00",
    ]);
  });
});

test("a route's window is the local day of its origin", () => {
  const window = routeWindow({
    departure: "AKL",
    arrival: "HNL",
    day: "2030-05-01",
    timeZone: "Pacific/Auckland",
  });
  expect(window).toMatchObject({ scope: "AKL-HNL", key: "2030-05-01" });
  expect(span(window)).toBe("2030-04-30T12:00 2030-05-01T12:00");
});

test("a window is the same after the ledger kept it", () => {
  const [window] = board("FRA", "2030-05-01", "Europe/Berlin");
  if (!window) throw new Error("no window");
  const kept = JSON.parse(JSON.stringify(toPlannedWindow(window)));
  expect(toFlightWindow(kept)).toEqual(window);
  expect(() => toFlightWindow({ ...kept, plan: { day: "2030-05-01" } })).toThrow();
});

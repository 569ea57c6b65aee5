import { expect, test } from "vitest";
import { boardWindow, boardWindowsOfDay } from "@/lib/sync/streams/flight-window";
import { countDays, daysBetween } from "@/lib/sync/streams/wall-time";

test.each([
  ["an ordinary day", "2026-06-01", "2026-06-02", "Europe/Berlin"],
  ["the nights when clocks change", "2026-03-28", "2026-03-30", "Europe/Berlin"],
  ["the other night", "2026-10-24", "2026-10-26", "Europe/Berlin"],
  ["half an hour", "2026-04-04", "2026-04-06", "Australia/Lord_Howe"],
  ["midnight skipped", "2026-03-07", "2026-03-09", "America/Havana"],
  ["midnight twice", "2026-10-31", "2026-11-02", "America/Havana"],
  ["a day that does not exist", "2011-12-28", "2012-01-01", "Pacific/Apia"],
  ["no zone known", "2026-03-28", "2026-03-30", null],
])("windows of a day are those that are made one by one: %s", (_, from, to, timeZone) => {
  for (const day of daysBetween(from, to)) {
    const board = { airport: "FRA", direction: "arrivals" as const, day, timeZone };
    const one = ["00", "04", "08", "12", "16", "20"]
      .map((hour) => boardWindow({ ...board, start: `${day}T${hour}:00` }))
      .filter(({ startsAt, endsAt }) => startsAt < endsAt);
    expect(boardWindowsOfDay(board)).toEqual(one);
  }
});

test("days are counted, none where the end comes first, and the end of the calendar is one", () => {
  expect(countDays("2026-02-27", "2026-03-01")).toBe(3);
  expect(countDays("2026-03-01", "2026-02-27")).toBe(0);
  expect(daysBetween("9999-12-30", "9999-12-31")).toEqual(["9999-12-30", "9999-12-31"]);
});

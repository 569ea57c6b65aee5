import { expect, test } from "vitest";
import {
  formatAge,
  formatBytes,
  formatCount,
  formatDate,
  formatDay,
  formatDayClock,
  formatDuration,
  formatInstant,
  formatLocalTime,
  formatLongDate,
  formatNoun,
  formatOffset,
  formatPercent,
  formatPosition,
} from "@/lib/format";

/** Readable in a test: narrow and plain no-break spaces become spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const now = new Date("2026-11-23T18:30:00Z");
const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
const minutes = (count: number) => count * 60_000;

test.each([
  [9584, "9,584"],
  [0, "0"],
  [-121, "−121"],
  [null, "–"],
])("count %s is %s", (value, text) => expect(formatCount(value)).toBe(text));

test("a noun follows its number", () => {
  expect(plain(formatNoun(1, "airport"))).toBe("1 airport");
  expect(plain(formatNoun(0, "airport"))).toBe("0 airports");
  expect(plain(formatNoun(2, "country", "countries"))).toBe("2 countries");
});

test.each([
  [250, 521, "48 %"],
  [5372, 9584, "56.1 %"],
  [0, 9584, "0.0 %"],
  [1, 10_010, "under 0.1 %"],
  [1, 900, "under 1 %"],
  [5, 900, "1 %"],
  [3, 0, "–"],
])("%s of %s is %s", (part, whole, text) => expect(plain(formatPercent(part, whole))).toBe(text));

test("a percent sign stands after a narrow space", () =>
  expect(formatPercent(1, 2)).toBe("50\u202f%"));

test("dates are written in UTC, whatever the machine's zone", () => {
  const late = "2024-09-14T23:59:00.000Z";
  expect(plain(formatDay(late))).toBe("14 Sep");
  expect(plain(formatDate(late))).toBe("14 Sep 2024");
  expect(plain(formatLongDate(late))).toBe("Sat 14 Sep 2024");
  expect(plain(formatInstant(late))).toBe("14 Sep 2024, 23:59 UTC");
  expect(plain(formatDayClock("2024-05-05T00:05:00Z"))).toBe("5 May 00:05");
  expect(formatDayClock(null)).toBe("–");
});

test.each([
  [before(20_000), "just now"],
  [before(-3000), "just now"],
  [before(-30_000), "in a moment"],
  [before(minutes(3) + 59_000), "3 min ago"],
  [before(minutes(60)), "1 h ago"],
  [before(minutes(47 * 60 + 59)), "47 h ago"],
  [before(minutes(48 * 60)), "2 days ago"],
  [before(-minutes(5)), "in 5 min"],
  ["2026-08-01T00:00:00Z", "1 Aug 2026"],
])("%s was %s", (instant, text) => expect(plain(formatAge(instant, now))).toBe(text));

test.each([
  [820, "820 ms"],
  [4210, "4.2 s"],
  [42_000, "42 s"],
  [59_600, "1 min 00 s"],
  [245_000, "4 min 05 s"],
  [minutes(112), "1 h 52 min"],
  [minutes(60 * 76), "3 d 4 h"],
  [null, "–"],
])("%s ms is %s", (length, text) => expect(plain(formatDuration(length))).toBe(text));

test.each([
  [812, "812 B"],
  [1000, "1.0 kB"],
  [9_437_184, "9.4 MB"],
  [123_456_789, "123 MB"],
  [0, "0 B"],
])("%s bytes are %s", (bytes, text) => expect(plain(formatBytes(bytes))).toBe(text));

test.each([
  ["+01:00", "UTC+1"],
  ["+05:45", "UTC+5:45"],
  ["-03:30", "UTC−3:30"],
  ["+00:00", "UTC"],
  [null, "–"],
])("offset %s is %s", (offset, text) => expect(formatOffset(offset)).toBe(text));

test("a position has four decimals and a true minus", () => {
  expect(formatPosition(-33.94611, 151.17722)).toBe("−33.9461, 151.1772");
  expect(formatPosition(null, 1)).toBe("–");
});

test("a local clock names its zone and the offset of that day", () => {
  const summer = formatLocalTime(new Date("2024-07-01T16:30:00Z"), "Europe/Berlin");
  expect(summer).toMatchObject({ time: "18:30", offset: "UTC+2", weekday: "Mon" });
  expect(formatLocalTime(now, "Asia/Kolkata")).toMatchObject({ time: "00:00", offset: "UTC+5:30" });
  expect(formatLocalTime(now, "Europe/London").offset).toBe("UTC");
});

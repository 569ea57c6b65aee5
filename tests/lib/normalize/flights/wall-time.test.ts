import { describe, expect, test } from "vitest";
import {
  toUtcMinutes,
  toUtcText,
  toWallMinutes,
  toWallText,
} from "@/lib/normalize/flights/wall-time";

const minutesOf = (text: string) => Date.parse(`${text}:00Z`) / 60_000;

describe("a wall time", () => {
  test.each(["2030-05-01T07:10", "2028-02-29T23:59", "2000-01-01T00:00", "2099-12-31T23:59"])(
    "%s is read, again from memory, and written back",
    (text) => {
      expect(toWallMinutes(text)).toBe(minutesOf(text));
      expect(toWallMinutes(text)).toBe(minutesOf(text));
      expect(toWallText(minutesOf(text))).toBe(text);
    },
  );

  test("seconds and a blank for the T are taken, and dropped", () => {
    expect(toWallMinutes("2030-05-01T07:10:59")).toBe(minutesOf("2030-05-01T07:10"));
    expect(toWallMinutes("2030-05-01 07:10:59.123")).toBe(minutesOf("2030-05-01T07:10"));
  });

  test.each([
    "",
    "2030-05-01",
    "T07:10",
    "2030-05-01T7:10",
    "2030-05-01T24:00",
    "2030-05-01T12:60",
    "2030-13-01T12:00",
    "2030-00-10T12:00",
    "2030-04-31T12:00",
    "2030-02-29T12:00",
    "1999-12-31T23:59",
    "2100-01-01T00:00",
    "0001-01-01T00:00",
    "2030-05-01T07:10Z",
    "2030-05-01T07:10+02:00",
    "x2030-05-01T07:10",
  ])("%j is none", (text) => {
    expect(toWallMinutes(text)).toBeNull();
  });
});

test("UTC has a mark, which is not needed; another offset is no UTC", () => {
  const minutes = minutesOf("2030-05-01T05:10");
  for (const mark of ["Z", "z", "+00:00", ""]) {
    expect(toUtcMinutes(`2030-05-01T05:10${mark}`)).toBe(minutes);
  }
  expect(toUtcMinutes("2030-05-01T05:10:30Z")).toBe(minutes);
  expect(toUtcMinutes("2030-05-01T05:10+02:00")).toBeNull();
  expect(toUtcText(minutes)).toBe("2030-05-01T05:10Z");
});

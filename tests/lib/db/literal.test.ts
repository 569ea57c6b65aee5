import { expect, test } from "vitest";
import { literal } from "@/lib/db/literal";

test("values stand in SQL as the columns read them", () => {
  expect([null, 12, -1.5, "LH", new Date("2030-05-01T05:10:00.250Z")].map(literal)).toEqual([
    "NULL",
    "12",
    "-1.5",
    "'LH'",
    "'2030-05-01 05:10:00.250'",
  ]);
});

test("no text ends its own quotes", () => {
  expect(literal("O'Hare")).toBe("'O''Hare'");
  expect(literal("\\'; DROP TABLE flights; --")).toBe("'\\\\''; DROP TABLE flights; --'");
  expect(literal("a\0b")).toBe("'a\\0b'");
});

test("a number that is none is refused", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => literal(value)).toThrow("it is no number");
  }
});

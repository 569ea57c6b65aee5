import { expect, test } from "vitest";
import { formatFlightNumber, parseFlightNumber } from "@/lib/model/flight-number";

test.each([
  ["LH400", "LH", 400, ""],
  ["LH0400", "LH", 400, ""],
  ["LH4000", "LH", 4000, ""],
  ["4Y123A", "4Y", 123, "A"],
  ["U21234", "U2", 1234, ""],
  ["DLH400", "DLH", 400, ""],
])("%s", (text, carrier, number, suffix) => {
  expect(parseFlightNumber(text)).toEqual({ carrier, number, suffix });
});

test.each(["", "LH", "400", "LH40000", "LH400AB", "12345", "lh400", "LH 400"])(
  "%j is no flight number",
  (text) => {
    expect(parseFlightNumber(text)).toBeNull();
  },
);

test("is written as the source writes it", () => {
  const sold = { carrier: "LH", number: 50, numberText: "050", suffix: "A" };
  expect(formatFlightNumber(sold)).toBe("LH050A");
  expect(formatFlightNumber({ ...sold, number: 0, numberText: "", suffix: "" })).toBeNull();
});

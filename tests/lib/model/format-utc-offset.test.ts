import { expect, it } from "vitest";
import { formatUtcOffset } from "@/lib/model/format-utc-offset";

it.each([
  [0, "+00:00"],
  [60, "+01:00"],
  [345, "+05:45"],
  [-210, "-03:30"],
  [-30, "-00:30"],
  [840, "+14:00"],
])("formatUtcOffset(%i) is %s", (minutes, text) => {
  expect(formatUtcOffset(minutes)).toBe(text);
});

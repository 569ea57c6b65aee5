import { describe, expect, it } from "vitest";
import { findShownKey, hashKey, isKeyText, newKeyText } from "@/lib/auth/key-text";

describe("the text of a key", () => {
  it("is long, new each time, and known by its hash", () => {
    const made = Array.from({ length: 100 }, newKeyText);
    expect(new Set(made.map(({ hash }) => hash)).size).toBe(100);
    for (const { key, prefix, hash } of made) {
      expect(isKeyText(key)).toBe(true);
      expect(key.startsWith(prefix)).toBe(true);
      expect(prefix).toHaveLength(12);
      expect(hash).toBe(hashKey(key));
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each(["", "dst_", `dst_${"x".repeat(42)}`, `dst_${"x".repeat(44)}`, `DST_${"x".repeat(43)}`])(
    "cannot be %j",
    (text) => {
      expect(isKeyText(text)).toBe(false);
    },
  );
});

it.each<[string | null, string | null]>([
  [null, null],
  ["Basic dXNlcjpwYXNz", null],
  ["Bearerdst_x", null],
  ["dst_x", null],
  ["Bearer", ""],
  ["Bearer dst_x", "dst_x"],
  ["bEARER   dst_x ", "dst_x"],
])("Authorization %j shows %j", (authorization, shown) => {
  expect(findShownKey(new Headers(authorization === null ? {} : { authorization }))).toBe(shown);
});

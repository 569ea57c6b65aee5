import { expect, it } from "vitest";
import { shortMemory } from "@/lib/auth/short-memory";

it("remembers until its time is over, null included, and not one millisecond more", () => {
  const memory = shortMemory<number | null>(1000, 10);
  memory.keep("a", 1, 5000);
  memory.keep("b", null, 5000);
  expect([memory.recall("a", 5999), memory.recall("b", 5999)]).toEqual([1, null]);
  expect([memory.recall("a", 6000), memory.recall("c", 5000)]).toEqual([undefined, undefined]);
});

it("never holds more than it may", () => {
  const memory = shortMemory<number>(1000, 2);
  for (const key of ["a", "b", "c"]) memory.keep(key, 1, 0);
  const held = ["a", "b", "c"].filter((key) => memory.recall(key, 0) !== undefined);
  expect(held).toEqual(["c"]);
});

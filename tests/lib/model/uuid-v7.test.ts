import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { uuidV7 } from "@/lib/model/uuid-v7";

const instant = fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true });
const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe("uuidV7", () => {
  it("is a UUID of version 7 whatever the time and the chance", () => {
    fc.assert(
      fc.property(instant, chance, (now, random) => {
        const id = uuidV7(now, random);
        expect(z.uuidv7().safeParse(id).success, id).toBe(true);
        expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(now.getTime());
      }),
    );
  });

  it("sorts by the millisecond", () => {
    fc.assert(
      fc.property(instant, instant, chance, chance, (a, b, x, y) => {
        fc.pre(a.getTime() < b.getTime());
        expect(uuidV7(a, x) < uuidV7(b, y)).toBe(true);
      }),
    );
  });

  it("differs with each of its 74 random bits", () => {
    const now = new Date("2026-11-23T10:00:00.000Z");
    const bits = Array.from({ length: 80 }, (_, bit) => {
      const random = new Uint8Array(10);
      random[Math.floor(bit / 8)] = 2 ** (bit % 8);
      return uuidV7(now, random);
    });
    expect(new Set(bits).size).toBe(75);
    expect(() => uuidV7(now, new Uint8Array(9))).toThrow(RangeError);
  });
});

import { describe, expect, it } from "vitest";
import type { ReadyAnswer } from "@/lib/http/ready-answer";
import { ReplyCache } from "@/lib/http/reply-cache";

const answer = (text: string, status = 200): ReadyAnswer => ({
  status,
  headers: {},
  body: Buffer.from(text),
});

/** Counts how often each key was made. */
function counting(cache: ReplyCache) {
  const made: string[] = [];
  const get = (key: string, result = answer(key)) =>
    cache.get(key, async () => {
      made.push(key);
      return result;
    });
  return { made, get };
}

describe("the reply cache", () => {
  it("makes an answer once, also for those who ask while it is made", async () => {
    const { made, get } = counting(new ReplyCache(1_000_000));
    const both = await Promise.all([get("a"), get("a"), get("b")]);
    const later = await get("a");
    expect(made).toEqual(["a", "b"]);
    expect(later).toBe(both[0]);
    expect(both[1]).toBe(both[0]);
  });

  it("keeps nothing but what succeeded", async () => {
    const { made, get } = counting(new ReplyCache(1_000_000));
    await get("a", answer("moved", 303));
    await get("a", answer("moved", 303));
    expect(made).toEqual(["a", "a"]);
  });

  it("gives an error to all who waited for it, and then tries again", async () => {
    const cache = new ReplyCache(1_000_000);
    const fails = () => Promise.reject(new Error("away"));
    const both = await Promise.allSettled([cache.get("a", fails), cache.get("a", fails)]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await cache.get("a", async () => answer("back"))).body?.toString()).toBe("back");
  });

  it("lets go of what was not asked for longest when it is full, and holds nothing too large", async () => {
    const cache = new ReplyCache(100_000);
    const { made, get } = counting(cache);
    const big = "x".repeat(9_000);
    for (let index = 0; index < 12; index += 1) {
      await get(`k${index}`, answer(big));
      await get("k0", answer(big));
    }
    await get("k1", answer(big));
    await get("huge", answer("x".repeat(50_000)));
    await get("huge", answer("x".repeat(50_000)));
    const times = (key: string) => made.filter((one) => one === key).length;
    expect([times("k0"), times("k1"), times("huge")]).toEqual([1, 2, 2]);
  });
});

import { describe, expect, it } from "vitest";
import { callLimiter } from "@/lib/http/call-limiter";
import { memoryCounter } from "@/lib/http/memory-counter";
import { type CounterStore, sharedCounter } from "@/lib/http/shared-counter";

/** A store that counts for ever, can be away, and tells what it was asked. */
function fakeStore() {
  const points = new Map<string, number>();
  const fake = {
    asked: [] as string[],
    swept: 0,
    mode: "well" as "well" | "away" | "late",
    async count({ key, points: more }: { key: string; points: number }) {
      fake.asked.push(key);
      if (fake.mode === "away") throw new Error("away");
      if (fake.mode === "late") await new Promise(() => undefined);
      points.set(key, (points.get(key) ?? 0) + more);
      return { points: points.get(key) ?? 0, msLeft: 30_000 };
    },
    forget: async (key: string) => void points.delete(key),
    sweep: async () => {
      fake.swept += 1;
    },
  };
  return fake satisfies CounterStore;
}

function world() {
  const store = fakeStore();
  const clock = { now: 0 };
  const failures: unknown[] = [];
  const counter = sharedCounter({
    name: "calls",
    seconds: 60,
    store,
    alone: memoryCounter(60),
    onFailure: (error) => failures.push(error),
    now: () => clock.now,
    waitMs: 20,
  });
  return { store, clock, failures, counter };
}

describe("a shared count", () => {
  it("is the store's", async () => {
    const { counter } = world();
    await counter.add("anna");
    expect(await counter.add("anna", 2)).toEqual({ points: 3, msLeft: 30_000 });
    await counter.forget("anna");
    expect(await counter.add("anna")).toMatchObject({ points: 1 });
  });

  it.each(["away", "late"] as const)(
    "goes on in this process while the store is %s",
    async (mode) => {
      const { store, clock, failures, counter } = world();
      await counter.add("anna", 5);
      store.mode = mode;
      expect(await counter.add("anna")).toMatchObject({ points: 1 });
      expect(await counter.add("anna")).toMatchObject({ points: 2 });
      // The second did not ask again, and nobody waited for it.
      expect(store.asked).toHaveLength(2);
      expect(failures).toHaveLength(1);
      store.mode = "well";
      clock.now += 6_000;
      expect(await counter.add("anna")).toMatchObject({ points: 6 });
    },
  );

  it("is kept under names that tell nothing", async () => {
    const { store, counter } = world();
    await counter.add("anna@example.org");
    expect(store.asked[0]).toMatch(/^calls [0-9a-f]{40}$/);
  });

  it("sweeps now and then", async () => {
    const { store, clock, counter } = world();
    for (const minutes of [0, 9, 11, 12, 22]) {
      clock.now = minutes * 60_000;
      await counter.add("anna");
    }
    expect(store.swept).toBe(2);
  });
});

describe("a limit", () => {
  it("asks no store for who has used it up, until the time is over", async () => {
    const { store, counter } = world();
    const limiter = callLimiter(2, 60, counter);
    const calls = [];
    for (let n = 0; n < 10; n += 1) calls.push(await limiter("anna"));
    expect(calls.map(({ allowed }) => allowed)).toEqual([true, true, ...Array(8).fill(false)]);
    expect(store.asked).toHaveLength(3);
    expect(calls.at(-1)).toMatchObject({ limit: 2, remaining: 0, resetSeconds: 30 });
  });
});

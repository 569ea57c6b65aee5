import { expect, it } from "vitest";
import { Recent } from "@/lib/http/recent";

/** A number that rises with each question, at a time that the test sets. */
function rising(keepMs: number) {
  const world = { now: 0, asked: 0, answers: [] as (() => void)[] };
  const read = () => {
    world.asked += 1;
    const value = world.asked;
    return new Promise<number>((resolve) => world.answers.push(() => resolve(value)));
  };
  const recent = new Recent(read, keepMs, () => world.now);
  const settle = async () => {
    for (const answer of world.answers.splice(0)) answer();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { world, recent, settle };
}

it("asks once for all who ask at one time, and for a moment after", async () => {
  const { world, recent, settle } = rising(250);
  const both = [recent.get(), recent.get()];
  await settle();
  expect(await Promise.all(both)).toEqual([1, 1]);
  world.now = 249;
  expect(await recent.get()).toBe(1);
  world.now = 250;
  const next = recent.get();
  await settle();
  expect(await next).toBe(2);
});

it("counts the moment from the question, however long its answer took", async () => {
  const { world, recent, settle } = rising(250);
  const slow = recent.get();
  world.now = 400;
  await settle();
  expect(await slow).toBe(1);
  const next = recent.get();
  await settle();
  expect(await next).toBe(2);
});

it("what is forgotten while it is asked for serves only those who asked before", async () => {
  const { world, recent, settle } = rising(250);
  const before = recent.get();
  recent.forget();
  const after = recent.get();
  await settle();
  expect([await before, await after, world.asked]).toEqual([1, 2, 2]);
});

it("remembers no failure", async () => {
  let tries = 0;
  const recent = new Recent(
    async () => {
      tries += 1;
      if (tries === 1) throw new Error("away");
      return tries;
    },
    250,
    () => 0,
  );
  await expect(recent.get()).rejects.toThrow("away");
  expect(await recent.get()).toBe(2);
});

import { expect, test } from "vitest";
import { inTurn } from "@/lib/db/in-turn";

test("things are done one after the other, in the order they were given", async () => {
  const done: string[] = [];
  const turn = inTurn();
  const slow = turn(async () => {
    await new Promise(setImmediate);
    done.push("slow");
    return 1;
  });
  const quick = turn(async () => done.push("quick"));
  expect(done).toEqual([]);
  expect(await Promise.all([slow, quick])).toEqual([1, 2]);
  expect(done).toEqual(["slow", "quick"]);
});

test("after a failure nothing more is begun, and everything fails with it", async () => {
  const turn = inTurn();
  let begun = false;
  const failed = turn(() => Promise.reject(new Error("deadlock")));
  const next = turn(async () => {
    begun = true;
  });
  await expect(failed).rejects.toThrow("deadlock");
  await expect(next).rejects.toThrow("deadlock");
  expect(begun).toBe(false);
});

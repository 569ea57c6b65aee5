import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { signInLimiter } from "@/lib/auth/sign-in-limiter";
import { execute } from "@/lib/db/execute";
import { countPoints } from "@/lib/db/limits/count-points";
import { sweepPoints } from "@/lib/db/limits/sweep-points";
import { closePool } from "@/lib/db/pool";
import { query } from "@/lib/db/query";
import { overrideEnv } from "@/lib/env";
import { callLimiter } from "@/lib/http/call-limiter";
import { findCounter } from "@/lib/http/find-counter";
import { testDatabase } from "@/tests/servers/test-database";

const { url } = testDatabase();
beforeEach(async () => {
  overrideEnv({ RATE_LIMIT_STORE: "mysql", DATABASE_URL: url });
  await execute("DELETE FROM rate_limits");
});

/** A limiter as each process makes its own. */
const instance = (points: number) => callLimiter(points, 60, findCounter("calls", 60));
const add = (points = 1) => countPoints({ key: "k", points, seconds: 60 });
const keys = async () =>
  (await query(z.object({ key: z.string() }), "SELECT `key` FROM rate_limits")).map(
    ({ key }) => key,
  );
/** As if the clock went on. */
const letPass = (seconds: number) =>
  execute("UPDATE rate_limits SET expire = expire - INTERVAL ? SECOND", [seconds]);

describe("two instances that count in MySQL", () => {
  test("allow so many calls together, not each", async () => {
    const [one, two] = [instance(5), instance(5)];
    const calls = await Promise.all([1, 2, 3, 4].flatMap(() => [one("anna"), two("anna")]));
    expect(calls.filter(({ allowed }) => allowed)).toHaveLength(5);
    expect(calls.map(({ remaining }) => remaining).toSorted()).toEqual([0, 0, 0, 0, 1, 2, 3, 4]);
    expect(await two("bert")).toMatchObject({ allowed: true, limit: 5, remaining: 4 });
  });

  test("share what is left of the time, and begin anew when it is over", async () => {
    await instance(1)("anna");
    await letPass(20);
    const refused = await instance(1)("anna");
    expect(refused.allowed).toBe(false);
    expect(refused.resetSeconds).toBeLessThanOrEqual(40);
    expect(refused.resetSeconds).toBeGreaterThan(0);
    await letPass(60);
    expect(await instance(1)("anna")).toMatchObject({ allowed: true, resetSeconds: 60 });
  });

  test("refuse tries to sign in together, and give back those of who was right", async () => {
    const tries = { account: 3, address: 50, email: 50 };
    const [one, two] = [signInLimiter(tries, findCounter), signInLimiter(tries, findCounter)];
    await one.take("anna@x.org", "192.0.2.1");
    await two.take("anna@x.org", "192.0.2.1");
    await one.take("anna@x.org", "192.0.2.1");
    await expect(two.take("anna@x.org", "192.0.2.1")).rejects.toMatchObject({
      code: "rate_limited",
    });
    await one.giveBack("anna@x.org", "192.0.2.1");
    await two.take("anna@x.org", "192.0.2.1");
  });

  test("write down neither addresses nor people", async () => {
    await instance(5)("198.51.100.7");
    await signInLimiter(undefined, findCounter).take("anna@x.org", "198.51.100.7");
    expect(await keys()).toHaveLength(4);
    expect((await keys()).join()).not.toMatch(/198|anna/);
  });
});

describe("a count in MySQL", () => {
  test("goes up, comes back, and never below nothing", async () => {
    expect(await add()).toMatchObject({ points: 1, msLeft: 60_000 });
    expect(await add(4)).toMatchObject({ points: 5 });
    expect(await add(-2)).toMatchObject({ points: 3 });
    expect(await add(-9)).toMatchObject({ points: 0 });
    const { msLeft } = await add();
    expect(msLeft).toBeGreaterThan(0);
    expect(msLeft).toBeLessThanOrEqual(60_000);
  });

  test("is swept when it has run out, and not before", async () => {
    await add();
    expect(await sweepPoints()).toBe(0);
    await letPass(130);
    expect(await sweepPoints()).toBe(1);
  });
});

test("a database that is away refuses nobody: each process counts for itself", async () => {
  const limiter = instance(2);
  await closePool();
  overrideEnv({ DATABASE_URL: "mysql://u:p@127.0.0.1:1/none" });
  const seen = [await limiter("anna"), await limiter("anna"), await limiter("anna")];
  expect(seen.map(({ allowed }) => allowed)).toEqual([true, true, false]);
  await closePool();
});

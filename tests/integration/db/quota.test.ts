import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { createQuota, findQuotaState } from "@/lib/db/quota";
import { decideSpent, HOUR_MS, hourOf } from "@/lib/lufthansa/reservation";
import { stayInHour } from "../../servers/stay-in-hour";
import { testDatabase } from "../../servers/test-database";

const database = testDatabase();
const keyHash = "0123456789abcdef";
const run = promisify(execFile);

beforeEach(async () => {
  await stayInHour(15);
  await execute("DELETE FROM quota_hours");
  await execute("DELETE FROM quota_pace");
});

const hourRows = () =>
  query(
    z.object({ hour: z.date(), calls: z.number() }),
    "SELECT hour, calls FROM quota_hours ORDER BY hour",
  );

async function nextCallAt(): Promise<number> {
  const rows = await query(
    z.object({ next_call_at: z.date() }),
    "SELECT next_call_at FROM quota_pace",
  );
  return rows[0]?.next_call_at.getTime() ?? Number.NaN;
}

/** As if the clock went on by an hour. */
async function letAnHourPass(): Promise<void> {
  await execute("UPDATE quota_hours SET hour = hour - INTERVAL 1 HOUR");
  await execute("UPDATE quota_pace SET next_call_at = next_call_at - INTERVAL 1 HOUR");
}

/**
 * In the first minute of an hour a refusal is believed for that minute only, and so near its end that a caller would rather
 * wait than be sent away: waits until it is over.
 */
async function passFirstMinute(): Promise<void> {
  const now = await databaseNow();
  const left = hourOf(now).getTime() + 60_000 - now.getTime();
  if (left > 0 && left < 15_000) await sleep(left + 100);
}

async function databaseNow(): Promise<Date> {
  const [row] = await query(z.object({ now: z.date() }), "SELECT UTC_TIMESTAMP(3) AS now");
  return row?.now ?? new Date(Number.NaN);
}

const spender = fileURLToPath(new URL("quota-spender.ts", import.meta.url));

async function spendInAnotherProcess(limits: { perSecond: number; perHour: number }) {
  const args = [keyHash, limits.perSecond, limits.perHour, 4].map(String);
  const { stdout } = await run(process.execPath, ["--import", "tsx", spender, ...args], {
    env: { ...process.env, DATABASE_URL: database.url },
  });
  return z.array(z.number()).parse(JSON.parse(stdout));
}

describe("createQuota", () => {
  test("eight spenders in two processes get exactly the calls of the hour, at the pace", async () => {
    const limits = { perSecond: 100, perHour: 60 };
    const before = await databaseNow();
    const got = (
      await Promise.all([spendInAnotherProcess(limits), spendInAnotherProcess(limits)])
    ).flat();
    const total = got.reduce((sum, calls) => sum + calls, 0);
    const rows = await hourRows();
    expect(got).toHaveLength(8);
    expect(rows.reduce((sum, { calls }) => sum + calls, 0)).toBe(total);
    expect(rows.every(({ calls }) => calls === limits.perHour)).toBe(true);
    const took = (await nextCallAt()) - before.getTime();
    expect(took).toBeGreaterThanOrEqual(total * 11);
  });

  test("each call is told to start one spacing after the one before", async () => {
    const quota = createQuota({ keyHash, limits: { callsPerSecond: 5, callsPerHour: 1000 } });
    await execute(
      "INSERT INTO quota_pace (key_hash, next_call_at) VALUES (?, UTC_TIMESTAMP(3) + INTERVAL 5 SECOND)",
      [keyHash],
    );
    const first = await nextCallAt();
    const reservations = await Promise.all([quota.reserve(), quota.reserve(), quota.reserve()]);
    const waits = reservations.map((one) => (one.kind === "go" ? one.waitMs : Number.NaN));
    expect((await nextCallAt()) - first).toBe(3 * 220);
    expect(Math.max(...waits)).toBeLessThanOrEqual(5000 + 2 * 220);
    expect(Math.max(...waits)).toBeGreaterThan(0);
  });

  test("a spent hour says when the next begins, and the next hour has its calls again", async () => {
    const quota = createQuota({ keyHash, limits: { callsPerSecond: 0, callsPerHour: 2 } });
    await quota.reserve();
    await quota.reserve();
    const now = await databaseNow();
    expect(await quota.reserve()).toEqual({
      kind: "spent",
      until: new Date(hourOf(now).getTime() + HOUR_MS),
    });
    await letAnHourPass();
    expect(await quota.reserve()).toEqual({ kind: "go", waitMs: 0 });
    expect((await hourRows()).map(({ calls }) => calls)).toEqual([2, 1]);
  });

  test("without limits calls are counted all the same, and none waits", async () => {
    const limits = { callsPerSecond: 0, callsPerHour: 0 };
    const quota = createQuota({ keyHash, limits });
    const reservations = await Promise.all(Array.from({ length: 20 }, () => quota.reserve()));
    expect(new Set(reservations.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"kind":"go","waitMs":0}']),
    );
    expect((await findQuotaState(keyHash, limits)).used).toBe(20);
  });

  test("an hour that the source calls spent is spent for a new process too, with and without limits", async () => {
    const limited = { callsPerSecond: 5, callsPerHour: 1000 };
    await passFirstMinute();
    await createQuota({ keyHash, limits: limited }).reserve();
    const until = await createQuota({ keyHash, limits: limited }).markSpent();
    expect(until).toEqual(decideSpent(await databaseNow()).until);
    for (const limits of [limited, { callsPerSecond: 0, callsPerHour: 0 }]) {
      const quota = createQuota({ keyHash, limits });
      expect(await quota.reserve()).toEqual({ kind: "spent", until });
      expect(await quota.markSpent()).toEqual(until);
    }
    expect((await hourRows()).map(({ calls }) => calls)).toEqual([1]);
    await letAnHourPass();
    expect((await createQuota({ keyHash, limits: limited }).reserve()).kind).toBe("go");
  });

  test("a long queue sends away instead of keeping a worker", async () => {
    const quota = createQuota({ keyHash, limits: { callsPerSecond: 5, callsPerHour: 1000 } });
    await quota.reserve();
    await execute("UPDATE quota_pace SET next_call_at = UTC_TIMESTAMP(3) + INTERVAL 30 SECOND");
    expect((await quota.reserve()).kind).toBe("spent");
    expect((await hourRows()).map(({ calls }) => calls)).toEqual([1]);
  });

  test("keys do not share their calls", async () => {
    const limits = { callsPerSecond: 0, callsPerHour: 1 };
    await createQuota({ keyHash, limits }).reserve();
    const other = createQuota({ keyHash: "fedcba9876543210", limits });
    expect((await other.reserve()).kind).toBe("go");
  });
});

describe("findQuotaState", () => {
  test("shows the present hour and its limits, before and after the first call", async () => {
    const limits = { callsPerSecond: 5, callsPerHour: 1000 };
    const start = hourOf(await databaseNow());
    const empty = {
      hour_started_at: start.toISOString(),
      hour_ends_at: new Date(start.getTime() + HOUR_MS).toISOString(),
      used: 0,
      calls_per_hour: 1000,
      calls_per_second: 5,
      spent: false,
    };
    expect(await findQuotaState(keyHash, limits)).toEqual(empty);
    await createQuota({ keyHash, limits }).reserve();
    await execute("UPDATE quota_hours SET spent_at = UTC_TIMESTAMP(3)");
    expect(await findQuotaState(keyHash, limits)).toEqual({ ...empty, used: 1, spent: true });
  });
});

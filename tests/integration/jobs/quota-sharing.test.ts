import { beforeEach, expect, test } from "vitest";
import { execute } from "@/lib/db/execute";
import { noteLiveNeed } from "@/lib/db/note-live-need";
import { createQuota, findLiveCalls, findQuotaState } from "@/lib/db/quota";
import type { Quota } from "@/lib/lufthansa/quota";
import type { WorkClass } from "@/lib/model/work-class";
import { stayInHour } from "../../servers/stay-in-hour";
import { testDatabase } from "../../servers/test-database";

testDatabase();
const keyHash = "0123456789abcdef";
const limits = { callsPerSecond: 0, callsPerHour: 40 };
/** One round an hour: it is always the present one, whatever minute it is. */
const live = { share: 0.5, minutes: 60 };

beforeEach(async () => {
  await stayInHour(10);
  await execute("DELETE FROM quota_hours");
  await execute("DELETE FROM quota_pace");
});

/** Takes calls until none is left for this kind of work. */
async function takeAll(quota: Quota, work: WorkClass): Promise<number> {
  for (let got = 0; ; got++) {
    if ((await quota.reserve(work)).kind === "spent") return got;
  }
}

test("each kind of work stops at its share, and the hour is full at the end", async () => {
  await noteLiveNeed(keyHash, 12);
  const quota = createQuota({ keyHash, limits, live });
  expect(await takeAll(quota, "backfill")).toBe(40 - 12 - 2);
  expect(await takeAll(quota, "usual")).toBe(2);
  expect(await takeAll(quota, "live")).toBe(12);
  expect(await findLiveCalls(keyHash)).toBe(12);
  expect((await findQuotaState(keyHash, limits)).used).toBe(40);
});

test("live work that needs more than was foreseen takes it from its share, not beyond", async () => {
  await noteLiveNeed(keyHash, 3);
  const quota = createQuota({ keyHash, limits, live });
  expect(await takeAll(quota, "live")).toBe(20);
  expect(await takeAll(quota, "usual")).toBe(20);
});

test("all processes know the need: a new note replaces the old one and leaves the pace alone", async () => {
  const paced = createQuota({ keyHash, limits: { callsPerSecond: 5, callsPerHour: 40 }, live });
  await paced.reserve();
  await noteLiveNeed(keyHash, 20);
  const waits = await paced.reserve();
  expect(waits).toMatchObject({ kind: "go" });
  expect(waits.kind === "go" && waits.waitMs).toBeGreaterThan(0);
  await noteLiveNeed(keyHash, 0);
  expect(await takeAll(createQuota({ keyHash, limits, live }), "usual")).toBe(38);
});

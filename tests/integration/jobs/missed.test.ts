import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { requestMissed } from "@/inngest/request-missed";
import { requestFirstRound } from "@/inngest/request-sync";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { testDatabase } from "../../servers/test-database";

testDatabase();
beforeEach(() => execute("DELETE FROM sync_runs"));

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const askedOnSchedule = async () => {
  const rows = await query(
    z.object({ stream: z.string() }),
    "SELECT stream FROM sync_runs WHERE run_trigger = 'schedule' ORDER BY stream",
  );
  return rows.map(({ stream }) => stream);
};

/** Ends all runs and makes them so old. */
const endAll = (ageMs: number) =>
  execute("UPDATE sync_runs SET status = 'complete', created_at = ?", [
    new Date(Date.now() - ageMs),
  ]);

test("a first round leaves nothing to make up for", async () => {
  await requestFirstRound();
  await requestMissed(new Date());
  expect(await askedOnSchedule()).toEqual([]);
});

test("a machine that slept for a day asks for the morning it missed, once", async () => {
  await requestFirstRound();
  await endAll(25 * HOUR_MS);
  await execute("UPDATE sync_runs SET created_at = ? WHERE scope NOT LIKE 'flights%'", [
    new Date(),
  ]);
  await requestMissed(new Date());
  await requestMissed(new Date());
  expect(await askedOnSchedule()).toEqual(["flight-status", "schedules"]);
});

test("a few routes or codes that a person asked for are not the morning's work", async () => {
  await requestFirstRound();
  await endAll(8 * DAY_MS);
  await execute("UPDATE sync_runs SET scope = 'FRA', created_at = ? WHERE scope = 'list'", [
    new Date(),
  ]);
  await execute(
    "UPDATE sync_runs SET scope = 'flights FRA-LHR missing', created_at = ? WHERE scope LIKE 'flights%'",
    [new Date()],
  );
  await requestMissed(new Date());
  expect(await askedOnSchedule()).toHaveLength(7);
});

test("one that slept for a week asks for the lists too; live rounds are no reason not to", async () => {
  await requestFirstRound();
  await endAll(8 * DAY_MS);
  await execute(
    "UPDATE sync_runs SET scope = 'flights tracked live', created_at = ? WHERE stream = 'flight-status'",
    [new Date()],
  );
  await requestMissed(new Date());
  expect(await askedOnSchedule()).toEqual(
    [
      "aircraft",
      "airlines",
      "airports",
      "cities",
      "countries",
      "flight-status",
      "schedules",
    ].sort(),
  );
});

import { InngestTestEngine } from "@inngest/test";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { jobFunctions } from "@/inngest/functions";
import { backfill } from "@/inngest/functions/backfill";
import { dailyFlightSync } from "@/inngest/functions/daily-flight-sync";
import { liveStatus } from "@/inngest/functions/live-status";
import { runSync } from "@/inngest/functions/run-sync";
import { runEvent } from "@/inngest/run-event";
import { findSourceSettings } from "@/inngest/source";
import type { Run } from "@/lib/contract/sync";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { getRun } from "@/lib/db/runs/get-run";
import { pauseRun } from "@/lib/db/runs/pause-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { resumeRun } from "@/lib/db/runs/resume-run";
import { overrideEnv } from "@/lib/env";
import { LIST_SCOPE } from "@/lib/model/stream";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { testDatabase } from "../../servers/test-database";
import { startSmallSource } from "../sync/small-source";

testDatabase();
let source: Sandbox;

beforeAll(async () => {
  source = await startSmallSource();
  overrideEnv({ LUFTHANSA_BASE_URL: source.url, MONGODB_URI: undefined });
});
afterAll(() => source.close());
beforeEach(() => execute("DELETE FROM sync_runs"));

const readRuns = () =>
  query(
    z.object({ stream: z.string(), scope: z.string() }),
    "SELECT stream, scope FROM sync_runs ORDER BY created_at, id",
  );

async function queuedList(stream: "airports" | "airlines") {
  const wish = { stream, scope: LIST_SCOPE, trigger: "person", requestedBy: null } as const;
  return (await requestRun(wish)).run;
}

const eventOf = ({ id, task, priority }: Run) => {
  if (task === "import") throw new Error("Nobody waits for an import");
  return runEvent({ id, task, priority });
};

/** The steps of a function run, each once, in the order in which they were first asked for. */
const stepsOf = (ctx: { step: { run: unknown } }): string[] => {
  const { mock } = ctx.step.run as { mock: { calls: [string][] } }; // The engine puts spies in place of the tools.
  return [...new Set(mock.calls.map(([id]) => id))];
};

/** Drives a function as an Inngest server does, without one. */
function engineOf(fn: ConstructorParameters<typeof InngestTestEngine>[0]["function"]) {
  return new InngestTestEngine({ function: fn });
}

describe("daily-flight-sync", () => {
  test("asks for schedules of the days to come, and settles yesterday's boards", async () => {
    const { result } = await engineOf(dailyFlightSync).execute();
    expect(result).toEqual({ runs: [expect.any(String), expect.any(String)] });
    const today = new Date().toISOString().slice(0, 10);
    const daysAgo = (days: number) =>
      new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
    expect(await readRuns()).toEqual([
      { stream: "schedules", scope: "flights tracked missing" },
      { stream: "flight-status", scope: `flights tracked ${daysAgo(2)}..${daysAgo(1)} missing` },
    ]);
  });

  test("asks nothing twice while its runs have not ended", async () => {
    const first = await engineOf(dailyFlightSync).execute();
    const second = await engineOf(dailyFlightSync).execute();
    expect(second.result).toEqual(first.result);
  });
});

describe("live-status", () => {
  test("asks for one round", async () => {
    const { result } = await engineOf(liveStatus(15)).execute();
    expect(result).toMatchObject({ boards: 5, asked: 5, stretched: null });
    expect(await readRuns()).toEqual([{ stream: "flight-status", scope: "flights tracked live" }]);
  });

  test("is none of the functions where the setting is 0", () => {
    const ids = () => jobFunctions().map((fn) => fn.id());
    expect(ids()).toContain("live-status");
    overrideEnv({ LIVE_STATUS_MINUTES: 0 });
    expect(ids()).not.toContain("live-status");
    overrideEnv({ LIVE_STATUS_MINUTES: 15 });
  });
});

describe("run-sync", () => {
  test("works on its run to the end, a step a window, and then looks for the next", async () => {
    const run = await queuedList("airports");
    const { result, ctx } = await engineOf(runSync).execute({ events: [eventOf(run)] });
    expect(result).toEqual({ kind: "finished", status: "complete" });
    expect(stepsOf(ctx)).toEqual([
      "begin",
      "window 1",
      "window 2",
      "window 3",
      "window 4",
      "window 5",
      "finish",
      "remind of the next run",
    ]);
    expect(await getRun(run.id)).toMatchObject({ status: "complete", fetched: 326 });
  });

  test("leaves a run alone that another worker holds, and reminds nobody", async () => {
    const run = await queuedList("airlines");
    await execute(
      "UPDATE sync_runs SET status = 'running', lease_owner = 'another', lease_until = UTC_TIMESTAMP(3) + INTERVAL 1 MINUTE",
    );
    const { result, ctx } = await engineOf(runSync).execute({ events: [eventOf(run)] });
    expect(result).toEqual({ kind: "not_ours" });
    expect(stepsOf(ctx)).toEqual(["begin"]);
  });

  test("sleeps when the hour is spent, which is no failure and takes no try", async () => {
    const run = await queuedList("airlines");
    await execute(
      `INSERT INTO quota_hours (key_hash, hour, calls, spent_at)
       VALUES (?, DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%d %H:00:00'), 0, UTC_TIMESTAMP(3))
       ON DUPLICATE KEY UPDATE spent_at = VALUES(spent_at)`,
      [(await findSourceSettings()).keyHash],
    );
    const { ctx } = await engineOf(runSync).executeStep("wait 1", { events: [eventOf(run)] });
    await execute("DELETE FROM quota_hours");
    const waiting = (await getRun(run.id)).waiting_until;
    expect(waiting).toMatch(/:00:00\.000Z$/);
    expect(ctx.step.sleepUntil).toHaveBeenCalledWith("wait 1", new Date(waiting ?? ""));
    expect(await getRun(run.id)).toMatchObject({ status: "running", windows_failed: 0 });
  });

  test("begins no next turn with a run that was paused, and keeps what it had", async () => {
    const run = await queuedList("airports");
    await pauseRun(run.id);
    const { result, ctx } = await engineOf(runSync).execute({ events: [eventOf(run)] });
    expect(result).toEqual({ kind: "paused" });
    expect(stepsOf(ctx)).toEqual(["begin", "window 1", "remind of the next run"]);
    const resumed = await resumeRun(run.id);
    const end = await engineOf(runSync).execute({ events: [eventOf(resumed)] });
    expect(end.result).toEqual({ kind: "finished", status: "complete" });
  });
});

describe("backfill", () => {
  test("makes way for work that goes before it, and goes on after that", async () => {
    const wish = { stream: "airports", scope: LIST_SCOPE, task: "backfill" } as const;
    const asked = { trigger: "person", requestedBy: null, priority: 200 } as const;
    const { run } = await requestRun({ ...wish, ...asked });
    const urgent = await queuedList("airlines");
    const first = await engineOf(backfill).execute({ events: [eventOf(run)] });
    expect(first.result).toEqual({ kind: "yielded" });
    expect(await getRun(run.id)).toMatchObject({ status: "queued", api_calls: 0 });
    await engineOf(runSync).execute({ events: [eventOf(urgent)] });
    const second = await engineOf(backfill).execute({ events: [eventOf(run)] });
    expect(second.result).toEqual({ kind: "finished", status: "complete" });
  });
});

test("what asks Lufthansa takes turns among all its functions; what asks nobody does not", () => {
  const turns = jobFunctions().map((fn) => [fn.id(), fn.opts.concurrency]);
  const turn = { limit: 1, key: '"lufthansa"', scope: "env" };
  expect(Object.fromEntries(turns)).toEqual({
    "run-sync": turn,
    backfill: turn,
    "normalize-again": { limit: 1 },
    "daily-flight-sync": undefined,
    "weekly-reference-sync": undefined,
    "live-status": undefined,
  });
  expect(runSync.opts.priority).toEqual(backfill.opts.priority);
});

test("live work overtakes, a backfill lets others by", () => {
  const ahead = (priority: number) =>
    runEvent({ id: "00000000-0000-7000-8000-000000000000", task: "collect", priority }).data
      .ahead_seconds;
  expect([ahead(50), ahead(100), ahead(200)]).toEqual([100, 0, -200]);
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "inngest/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { inngest } from "@/inngest/client";
import { executeHere } from "@/inngest/execute-here";
import { jobFunctions } from "@/inngest/functions";
import { remindOnce } from "@/inngest/remind-inngest";
import { requestLiveRound } from "@/inngest/request-live-round";
import { requestSync } from "@/inngest/request-sync";
import { resumeAndWake } from "@/inngest/resume-and-wake";
import type { Run } from "@/lib/contract/sync";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { cancelRun } from "@/lib/db/runs/cancel-run";
import { getRun } from "@/lib/db/runs/get-run";
import { pauseRun } from "@/lib/db/runs/pause-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { overrideEnv } from "@/lib/env";
import { type FlightScope, LIST_SCOPE } from "@/lib/model/stream";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { buildOnce } from "../../servers/build-once";
import { INNGEST_RECIPE, type InngestServer, startInngest } from "../../servers/inngest-server";
import { testDatabase } from "../../servers/test-database";
import { startSmallSource } from "./small-source";

const built = await buildOnce(INNGEST_RECIPE);
const missing = "skipped" in built ? built.skipped : null;
testDatabase();

let source: Sandbox;
let app: Server;
let server: InngestServer;

async function setFaults(rates: Record<string, number>): Promise<void> {
  const reply = await fetch(`${source.url}/_sandbox/faults`, {
    method: "POST",
    body: JSON.stringify(rates),
  });
  expect(reply.status).toBe(200);
}

async function untilEnded(runId: string): Promise<Run> {
  for (;;) {
    const run = await getRun(runId);
    if (run.finished_at) return run;
    await sleep(200);
  }
}

const askFor = (stream: "airports" | "airlines") =>
  requestSync({ stream, trigger: "person", requestedBy: "tester@example.com" });

const readAirports = () =>
  query(
    z.record(z.string(), z.unknown()),
    `SELECT airport_code, name, city_code, country_code, location_type, latitude, longitude, utc_offset_minutes,
       time_zone, time_zone_basis, source, version FROM airports ORDER BY airport_code`,
  );

describe.skipIf(missing)(`on a real Inngest server${missing ? ` (${missing})` : ""}`, () => {
  beforeAll(async () => {
    source = await startSmallSource();
    app = createServer();
    await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
    const { port } = app.address() as AddressInfo; // A server that listens on TCP has this kind of address.
    const appUrl = `http://127.0.0.1:${port}/api/inngest`;
    const started = await startInngest({ appUrl });
    if ("skipped" in started) throw new Error(started.skipped);
    server = started;
    process.env.INNGEST_BASE_URL = server.baseUrl;
    process.env.INNGEST_EVENT_KEY = server.eventKey;
    process.env.INNGEST_SIGNING_KEY = server.signingKey;
    overrideEnv({
      LUFTHANSA_BASE_URL: source.url,
      MONGODB_URI: undefined,
      INNGEST_BASE_URL: server.baseUrl,
      INNGEST_EVENT_KEY: server.eventKey,
      INNGEST_SIGNING_KEY: server.signingKey,
    });
    inngest.setEnvVars({ ...process.env });
    app.on(
      "request",
      serve({ client: inngest, functions: jobFunctions(), servePath: "/api/inngest" }),
    );
    const registered = await fetch(appUrl, { method: "PUT" });
    expect([registered.status, await registered.text()]).toEqual([200, expect.any(String)]);
  }, 600_000);

  afterAll(async () => {
    await server?.stop();
    app?.closeAllConnections();
    await new Promise((resolve) => app?.close(resolve));
    await source?.close();
  });

  test("registers every function with its trigger", async () => {
    const ids = jobFunctions().map((fn) => fn.id());
    expect(ids).toEqual([
      "run-sync",
      "backfill",
      "normalize-again",
      "daily-flight-sync",
      "weekly-reference-sync",
      "live-status",
    ]);
  });

  test("a run asked for by an event goes to its end, with the same rows as in the embedded runner", {
    timeout: 120_000,
  }, async () => {
    const { run_id } = await askFor("airports");
    expect(await untilEnded(run_id)).toMatchObject({
      status: "complete",
      fetched: 326,
      inserted: 325,
      rejected: 1,
      unreadable: 4,
    });
    const byInngest = await readAirports();

    await execute("DELETE FROM airports");
    await execute("DELETE FROM unreadable_positions");
    const { run } = await requestRun({
      stream: "airports",
      scope: LIST_SCOPE,
      trigger: "command",
      requestedBy: null,
    });
    await executeHere({ runId: run.id, owner: "embedded" });
    expect(await readAirports()).toEqual(byInngest);
  });

  test("a run whose event was lost is begun by a reminder", { timeout: 120_000 }, async () => {
    const { run } = await requestRun({
      stream: "airlines",
      scope: LIST_SCOPE,
      trigger: "first_round",
      requestedBy: null,
    });
    expect(await remindOnce()).toEqual([run.id]);
    expect(await untilEnded(run.id)).toMatchObject({ status: "complete" });
    expect(await remindOnce()).toEqual([]);
  });

  test("a step that fails is tried again and the run still ends complete", {
    timeout: 180_000,
  }, async () => {
    await setFaults({ "503": 1 });
    const { run_id } = await askFor("airports");
    const before = source.calls().total;
    while (source.calls().total < before + 4) await sleep(200);
    await setFaults({});
    expect(await untilEnded(run_id)).toMatchObject({ status: "complete", unchanged: 325 });
  });

  test("a cancelled run ends cancelled and keeps what it had", { timeout: 120_000 }, async () => {
    await setFaults({ slow: 1 });
    const { run_id } = await askFor("airports");
    while ((await getRun(run_id)).api_calls < 1) await sleep(100);
    await cancelRun(run_id);
    await setFaults({});
    const run = await untilEnded(run_id);
    expect(run.status).toBe("cancelled");
    expect(run.windows_done).toBeLessThan(run.windows_planned);
    expect(await readAirports()).toHaveLength(325);
  });

  describe("flights", () => {
    const daysAgo = (days: number) =>
      new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const boardsOf = (of: string[], from: number, to: number): FlightScope => ({
      ...{ kind: "flights", of, mode: "missing" },
      ...{ from: daysAgo(from), to: daysAgo(to) },
    });
    const ask = (wanted: { scope: FlightScope; task?: "backfill" }) =>
      requestSync({ ...wanted, stream: "flight-status", trigger: "person", requestedBy: null });
    const answered = (run: Run) => [run.windows_planned, run.windows_done, run.windows_failed];

    beforeAll(async () => {
      await execute("DELETE FROM tracked_airports WHERE airport_code <> 'JFK'");
    });

    test("of one airport's day are collected, a step a window", { timeout: 120_000 }, async () => {
      const { run_id } = await ask({ scope: boardsOf(["JFK"], 1, 1) });
      const run = await untilEnded(run_id);
      expect(run).toMatchObject({ status: "complete", task: "collect" });
      expect(answered(run)).toEqual([12, 12, 0]);
      expect(run.inserted).toBeGreaterThan(50);
      expect(run.fetched).toBe(run.inserted + run.updated + run.unchanged + run.rejected);
    });

    test("in a backfill rest when paused, go on when resumed, and make way for a live round", {
      timeout: 240_000,
    }, async () => {
      await setFaults({ slow: 0.5 });
      const { run_id } = await ask({ scope: boardsOf(["JFK"], 3, 2), task: "backfill" });
      await expect
        .poll(() => getRun(run_id), { timeout: 60_000 })
        .toMatchObject({ status: "running" });
      while ((await getRun(run_id)).windows_done < 2) await sleep(100);
      await pauseRun(run_id);
      await expect
        .poll(() => getRun(run_id), { timeout: 60_000 })
        .toMatchObject({ status: "queued" });
      const resting = await getRun(run_id);
      expect(resting.windows_done).toBeLessThan(24);
      expect(await remindOnce()).toEqual([]);
      const calls = source.calls().total;
      await sleep(1500);
      expect(source.calls().total).toBe(calls);

      await resumeAndWake(run_id);
      const { runs } = await requestLiveRound(new Date());
      const live = await untilEnded(runs[0] ?? "");
      expect(live).toMatchObject({ status: "complete", priority: 50 });
      expect(answered(live)).toEqual([4, 4, 0]);
      expect((await getRun(run_id)).finished_at).toBeNull();
      await setFaults({});
      const run = await untilEnded(run_id);
      expect(run).toMatchObject({ status: "complete", task: "backfill", priority: 200 });
      expect(answered(run)).toEqual([24, 24, 0]);
      const twice = await query(
        z.object({ window_key: z.string() }),
        "SELECT window_key FROM sync_windows WHERE run_id = ? AND attempts > 1",
        [run_id],
      );
      expect(twice).toEqual([]);
    });
  });
});

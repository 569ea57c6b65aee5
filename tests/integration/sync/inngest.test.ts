import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "inngest/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { inngest } from "@/inngest/client";
import { executeHere } from "@/inngest/execute-here";
import { functions } from "@/inngest/functions";
import { remindOnce } from "@/inngest/remind-inngest";
import { requestSync } from "@/inngest/request-sync";
import type { Run } from "@/lib/contract/sync";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { cancelRun } from "@/lib/db/runs/cancel-run";
import { getRun } from "@/lib/db/runs/get-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { overrideEnv } from "@/lib/env";
import { LIST_SCOPE } from "@/lib/model/stream";
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
    app.on("request", serve({ client: inngest, functions, servePath: "/api/inngest" }));
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
    const ids = functions.map((fn) => fn.id("dst-airlines"));
    expect(ids).toEqual(["dst-airlines-run-sync", "dst-airlines-weekly-reference-sync"]);
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
    expect(await remindOnce()).toBe(run.id);
    expect(await untilEnded(run.id)).toMatchObject({ status: "complete" });
    expect(await remindOnce()).toBeNull();
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
});

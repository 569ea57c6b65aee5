import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { FIRST_ROUND } from "@/inngest/first-round";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { findRuns } from "@/lib/db/runs/find-runs";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { testDatabase } from "../../servers/test-database";
import { startSmallSource } from "./small-source";

const { url } = testDatabase();
const root = join(import.meta.dirname, "../../..");
const runners: ChildProcess[] = [];
let source: Sandbox;

beforeAll(async () => {
  source = await startSmallSource();
  // Flights of one small place are enough here, and no round by the clock.
  await execute("DELETE FROM tracked_airports WHERE airport_code <> 'JFK'");
  await execute("DELETE FROM tracked_routes WHERE arrival <> 'LHR'");
});
afterAll(async () => {
  for (const runner of runners) runner.kill("SIGKILL");
  await source.close();
});

function startRunner(): ChildProcess {
  const { INNGEST_BASE_URL: _, INNGEST_EVENT_KEY: __, ...env } = process.env;
  const runner = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "runner-worker.ts")],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...env,
        DATABASE_URL: url,
        MONGODB_URI: "",
        LUFTHANSA_BASE_URL: source.url,
        LIVE_STATUS_MINUTES: "0",
      },
    },
  );
  runners.push(runner);
  return runner;
}

const setSlow = (rate: number) =>
  fetch(`${source.url}/_sandbox/faults`, {
    method: "POST",
    body: JSON.stringify(rate > 0 ? { slow: rate } : {}),
  });

/** Process numbers of who held the leases of the runs, as far as they are known. */
async function owners(status: string): Promise<number[]> {
  const rows = await query(
    z.object({ lease_owner: z.string() }),
    "SELECT lease_owner FROM sync_runs WHERE lease_owner IS NOT NULL AND status = ?",
    [status],
  );
  return rows.map(({ lease_owner }) => Number(lease_owner.split("|")[1]));
}

test("of two processes one leads; when it is killed the other goes on with its run", {
  timeout: 120_000,
}, async () => {
  await setSlow(1);
  const [one, two] = [startRunner(), startRunner()];
  await expect.poll(() => owners("running"), { timeout: 30_000 }).toHaveLength(1);
  const [leader] = await owners("running");
  const [killed, heir] = leader === one.pid ? [one, two] : [two, one];
  expect(killed.pid).toBe(leader);
  killed.kill("SIGKILL");
  await setSlow(0);

  await expect
    .poll(async () => (await findRuns({ skip: 0, limit: 20 })).items.map(({ status }) => status), {
      timeout: 90_000,
    })
    .toEqual(FIRST_ROUND.map(() => "complete"));
  const rows = await query(
    z.object({ n: z.number() }),
    "SELECT COUNT(*) AS n FROM airports WHERE source = 'lufthansa'",
  );
  expect(rows).toEqual([{ n: 325 }]);
  const flights = await query(
    z.object({ n: z.number() }),
    "SELECT COUNT(*) AS n FROM flights WHERE origin = 'JFK' OR destination = 'JFK'",
  );
  expect(flights[0]?.n).toBeGreaterThan(50);
  expect(heir.exitCode).toBeNull();
});

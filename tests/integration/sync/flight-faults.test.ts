import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Run } from "@/lib/contract/sync";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { type Sandbox, startSandbox } from "@/sandbox/start-sandbox";
import { testDatabase } from "../../servers/test-database";
import { flightSync } from "./flight-sync";
import { FLIGHT_ROWS, smallDay } from "./flight-tables";

testDatabase();

// Flights move on while time passes: the same questions must have the same answers all along.
const standing = Date.now();
const wishes = smallDay({ routes: ["FRA-LHR", "MUC-CDG"], airports: ["FRA", "LHR"] });
const [schedules, boards] = wishes;
if (!schedules || !boards) throw new Error("a day has schedules and boards");

const TABLES = [
  "flights",
  "flight_events",
  "flight_codeshares",
  "flight_observations",
  "flight_window_answers",
  "flight_redirects",
  "coverage",
  "sync_runs",
] as const;

let source: Sandbox;
let sync: ReturnType<typeof flightSync>;
let undisturbed: string;

const tell = async (page: string, body: object) => {
  const reply = await fetch(`${source.url}/_sandbox/${page}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  expect(reply.status).toBe(200);
};

async function readRows(): Promise<string> {
  const parts = Object.entries(FLIGHT_ROWS).map(async ([name, sql]) => {
    const rows = await query(z.record(z.string(), z.unknown()), sql);
    return `${name}\n${rows.map((row) => JSON.stringify(row)).join("\n")}`;
  });
  return (await Promise.all(parts)).join("\n");
}

const syncAll = async (): Promise<Run[]> => {
  const runs: Run[] = [];
  for (const wish of wishes) runs.push(await sync(wish));
  return runs;
};

/** Windows of the last runs by how they stand, each `scope key`. */
async function windowsIn(...states: string[]): Promise<string[]> {
  const rows = await query(
    z.object({ name: z.string() }),
    `SELECT CONCAT(scope, ' ', window_key) AS name FROM coverage
     WHERE state IN (${states.map(() => "?").join(", ")}) ORDER BY name`,
    states,
  );
  return rows.map(({ name }) => name);
}

const empty = async () => {
  for (const table of TABLES) await execute(`DELETE FROM ${table}`);
};

beforeAll(async () => {
  source = await startSandbox({ quota: null, now: () => standing, slowMs: 2500 });
  sync = flightSync(source.url);
  expect((await syncAll()).map(({ status }) => status)).toEqual(["complete", "complete"]);
  undisturbed = await readRows();
}, 120_000);
beforeEach(empty);
afterAll(() => source.close());

const EVERY_FAULT = {
  "401": 0.03,
  "403-second": 0.03,
  "403-hour": 0.01,
  "404": 0.02,
  "500": 0.05,
  "502": 0.02,
  "503": 0.02,
  "504": 0.02,
  slow: 0.01,
  cut: 0.03,
  malformed: 0.03,
  html: 0.03,
  poison: 0.15,
};

describe("with every fault on", () => {
  test.each([1, 2, 3])(
    "the runs say which windows failed, and a refill completes them (round %i)",
    {
      timeout: 120_000,
    },
    async () => {
      await tell("faults", EVERY_FAULT);
      const runs = await syncAll();
      await tell("faults", {});
      for (const run of runs) {
        expect(["complete", "partial"]).toContain(run.status);
        expect(run.windows_done + run.windows_failed).toBe(run.windows_planned);
        if (run.status === "partial") expect(run.message).toContain("windows failed: ");
      }
      const failed = await windowsIn("failed");
      expect(failed).toHaveLength(runs.reduce((sum, run) => sum + run.windows_failed, 0));
      // Poisoned questions fail for good, so there is something to refill in each round.
      expect(failed.length).toBeGreaterThan(0);

      const refill = await syncAll();
      expect(refill.map(({ status }) => status)).toEqual(["complete", "complete"]);
      expect(await readRows()).toBe(undisturbed);
    },
  );

  test("were really met", async () => {
    const { faults } = source.calls();
    const kinds = Object.keys(EVERY_FAULT);
    expect(Object.keys(faults).sort()).toEqual(kinds.sort());
  });
});

test("an outage of one airport fails its windows alone; the refill asks for them and no others", {
  timeout: 120_000,
}, async () => {
  await tell("outages", { airport: "FRA", seconds: 3600 });
  const run = await sync(boards);
  expect(run).toMatchObject({ status: "partial", windows_planned: 24, windows_failed: 12 });
  expect(run.message).toContain("FRA/arrivals");
  const failed = await windowsIn("failed");
  expect(failed.every((name) => name.startsWith("FRA/"))).toBe(true);
  await tell("outages", { airport: "FRA", seconds: 0 });

  expect(await sync(boards)).toMatchObject({ status: "complete", windows_planned: 12 });
  await sync(schedules);
  expect(await readRows()).toBe(undisturbed);
});

test("where the source has nothing for a whole day of an airport it is suspect, and asked again", {
  timeout: 120_000,
}, async () => {
  await tell("faults", { "404": 1 });
  const run = await sync(boards);
  await tell("faults", {});
  expect(run).toMatchObject({ status: "complete", windows_planned: 24, fetched: 0 });
  expect(await windowsIn("suspect")).toHaveLength(24);
  expect(await sync(boards)).toMatchObject({ status: "complete", windows_planned: 24 });
  await sync(schedules);
  expect(await readRows()).toBe(undisturbed);
});

test("what is settled is not asked for again, and what is asked again changes nothing", {
  timeout: 120_000,
}, async () => {
  await syncAll();
  const calls = source.calls().total;
  expect(await sync(boards)).toMatchObject({
    status: "complete",
    windows_planned: 0,
    message: "Not asked: 24 windows settled already.",
  });
  expect(source.calls().total).toBe(calls);
  const again = await sync({ ...boards, scope: { ...boards.scope, mode: "again" } });
  expect(again).toMatchObject({ windows_planned: 24, inserted: 0, updated: 0, rejected: 0 });
  expect(again.unchanged).toBe(again.fetched);
  expect(await readRows()).toBe(undisturbed);
});

test("of days that are served no longer the run says so and asks nothing", async () => {
  const calls = source.calls().total;
  const scope = { ...boards.scope, from: "2026-01-01", to: "2026-01-02" };
  expect(await sync({ ...boards, scope })).toMatchObject({
    status: "complete",
    windows_planned: 0,
    message: "Not asked: 48 windows before the days that the source still serves.",
  });
  expect(source.calls().total).toBe(calls);
});

import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { claimOrigin } from "@/lib/db/origin";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { query } from "@/lib/db/query";
import { cancelRun } from "@/lib/db/runs/cancel-run";
import { findRuns } from "@/lib/db/runs/find-runs";
import { overrideEnv } from "@/lib/env";
import type { PayloadStore } from "@/lib/raw/payload-store";
import { archiveOf, informationAnswer, informationFlight } from "../../fakes/archive";
import { testDatabase } from "../../servers/test-database";
import { emptyDatabase, importInto, knownFlights, runsThatDoNotAddUp } from "./database";

testDatabase();
overrideEnv({ MONGODB_URI: undefined });
const dirs: string[] = [];
beforeEach(emptyDatabase);
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

function archive(files: Readonly<Record<string, unknown>>): string {
  const dir = archiveOf(files);
  dirs.push(dir);
  return dir;
}

/** So many windows, each with a flight of its own number. */
function manyWindows(count: number): string {
  const boards: Record<string, Record<string, unknown>> = {};
  for (let number = 1; number <= count; number++) {
    const day = `2030-07-${String(1 + (number % 28)).padStart(2, "0")}`;
    const hour = String(Math.floor(number / 28) % 24).padStart(2, "0");
    const airport = ["FRA", "MUC", "ZRH"][Math.floor(number / 28 / 24)];
    const file = `customerflightinformation/${day}.json`;
    const flight = informationFlight(day, { number: String(number).padStart(4, "0") });
    boards[file] = {
      ...boards[file],
      [`${airport}_departure_${hour}00`]: informationAnswer(flight),
    };
  }
  return archive(boards);
}

const count = async (table: string): Promise<number> => {
  const [row] = await query(z.object({ n: z.number() }), `SELECT COUNT(*) AS n FROM ${table}`);
  return row?.n ?? 0;
};

test("an answer is kept raw with its window, its assumed time and where it came from", async () => {
  const answer = informationAnswer(informationFlight("2030-07-01"));
  await importInto(
    archive({ "customerflightinformation/2030-07-01.json": { FRA_departure_0600: answer } }),
  );
  const store = createMysqlPayloadStore();
  const [id = ""] = await store.listIds(null, 10);
  const kept = await store.find(id);
  expect(kept).toMatchObject({
    stream: "flight-information",
    window: "FRA/departures 2030-07-01T06:00",
    answer: {
      path: "/operations/customerflightinformation/departures/FRA/2030-07-01T06:00",
      status: 200,
      headers: {
        "x-imported-from": "customerflightinformation/2030-07-01.json#FRA_departure_0600",
        "x-received-at": "assumed",
      },
      receivedAt: new Date("2030-07-01T08:00:00Z"),
    },
  });
  expect(JSON.parse(Buffer.from(kept?.answer.body ?? "").toString())).toEqual(answer);
  const Coverage = z.object({
    scope: z.string(),
    state: z.string(),
    assumed: z.number(),
    settled: z.number(),
  });
  expect(await query(Coverage, "SELECT scope, state, assumed, settled FROM coverage")).toEqual([
    { scope: "FRA/departures", state: "complete", assumed: 1, settled: 0 },
  ]);
  const { items } = await findRuns({ skip: 0, limit: 10 });
  expect(items).toMatchObject([
    {
      stream: "flight-information",
      task: "import",
      trigger: "command",
      status: "complete",
      api_calls: 0,
      inserted: 1,
    },
  ]);
});

test("a window is complete when its pages reach its TotalCount, and partial else", async () => {
  const flights = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) =>
      informationFlight("2030-07-01", { number: String(1000 + from + index) }),
    );
  const page = (
    from: number,
    to: number,
    total: number,
    where = "departures/FRA/2030-07-01T06:00",
  ) => informationAnswer(flights(from, to), `${where}?limit=50&offset=${from}`, total);
  await importInto(
    archive({
      "customerflightinformation_route/pages.json": [page(50, 60, 60), page(0, 50, 60)],
      "customerflightinformation_route/hole.json": [
        page(0, 50, 120, "departures/MUC/2030-07-01T06:00"),
        page(100, 120, 120, "departures/MUC/2030-07-01T06:00"),
      ],
      "customerflightinformation_route/short.json": page(
        0,
        50,
        182,
        "departures/ZRH/2030-07-01T06:00",
      ),
    }),
  );
  const Window = z.object({
    scope: z.string(),
    state: z.string(),
    expected: z.number(),
    fetched: z.number(),
  });
  expect(
    await query(Window, "SELECT scope, state, expected, fetched FROM sync_windows ORDER BY scope"),
  ).toEqual([
    { scope: "FRA/departures", state: "complete", expected: 60, fetched: 60 },
    { scope: "MUC/departures", state: "partial", expected: 120, fetched: 70 },
    { scope: "ZRH/departures", state: "partial", expected: 182, fetched: 50 },
  ]);
});

test("an item that cannot be kept is a reject, and the counts add up", async () => {
  const { Arrival: _, ...nowhere } = informationFlight("2030-07-01");
  const answer = informationAnswer([nowhere, informationFlight("2030-07-01")]);
  const summary = await importInto(
    archive({ "customerflightinformation/2030-07-01.json": { FRA_departure_0600: answer } }),
  );
  expect(summary).toMatchObject({ rows: 2, inserted: 1, rejected: 1 });
  expect(await query(z.object({ rule: z.string() }), "SELECT rule FROM rejects")).toEqual([
    { rule: "missing_airport" },
  ]);
  expect(await runsThatDoNotAddUp()).toEqual([]);
});

test("a database of another origin is left as it is", async () => {
  await claimOrigin({ kind: "sandbox", id: "sandbox" });
  await expect(importInto(manyWindows(3))).rejects.toMatchObject({ code: "origin_refused" });
  expect([await count("sync_runs"), await count("payload_answers")]).toEqual([0, 0]);
});

test("a folder without any answer imports nothing and claims nothing", async () => {
  const summary = await importInto(archive({ "notes/x.json": {} }));
  expect(summary).toMatchObject({ answers: 0, runs: [], ignored: [{ file: "notes/" }] });
  expect(await count("data_origin")).toBe(0);
});

/** A raw store that breaks down at its second batch: before it has kept it, or after. */
function breakingStore(when: "before" | "after"): PayloadStore {
  const store = createMysqlPayloadStore();
  let batches = 0;
  return {
    ...store,
    saveMany: async (entries) => {
      batches += 1;
      if (batches === 2 && when === "before") throw new Error("broken");
      await store.saveMany(entries);
      if (batches === 2) throw new Error("broken");
    },
  };
}

test.each(["before", "after"] as const)(
  "an import that died %s it kept a batch goes on as the same run, and comes to the same",
  { timeout: 120_000 },
  async (when) => {
    const dir = manyWindows(600);
    await importInto(dir);
    const undisturbed = await knownFlights();
    await emptyDatabase();

    await expect(importInto(dir, breakingStore(when))).rejects.toThrow("broken");
    expect(await count("flights")).toBe(250);
    expect(await importInto(dir)).toMatchObject({ answers: 600, new_answers: 350, inserted: 600 });
    expect(await knownFlights()).toEqual(undisturbed);
    expect([await count("sync_runs"), await count("sync_windows")]).toEqual([1, 600]);
    expect([await count("payload_answers"), await count("window_payloads")]).toEqual([600, 600]);
  },
);

test("an import that died is closed when other files come, and what it took stays", async () => {
  await expect(importInto(manyWindows(600), breakingStore("before"))).rejects.toThrow("broken");
  await importInto(
    archive({
      "customerflightinformation/2031-01-01.json": {
        FRA_departure_0600: informationAnswer(informationFlight("2031-01-01")),
      },
    }),
  );
  const { items } = await findRuns({ skip: 0, limit: 10 });
  expect(items.map(({ status, windows_done }) => [status, windows_done])).toEqual([
    ["complete", 1],
    ["cancelled", 250],
  ]);
  expect(await count("flights")).toBe(251);
});

test("an import that a person cancels stops before its next batch", async () => {
  const store = createMysqlPayloadStore();
  const cancelling: PayloadStore = {
    ...store,
    saveMany: async (entries) => {
      const { items } = await findRuns({ skip: 0, limit: 1 });
      if (items[0] && !items[0].cancel_requested) await cancelRun(items[0].id);
      await store.saveMany(entries);
    },
  };
  const summary = await importInto(manyWindows(600), cancelling);
  expect(summary.runs).toMatchObject([{ status: "cancelled", rows: 250 }]);
});

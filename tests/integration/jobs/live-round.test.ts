import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { requestLiveRound } from "@/inngest/request-live-round";
import { findSourceSettings } from "@/inngest/source";
import { findLiveBoards } from "@/lib/db/coverage/find-live-boards";
import { execute } from "@/lib/db/execute";
import { query } from "@/lib/db/query";
import { overrideEnv } from "@/lib/env";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { testDatabase } from "../../servers/test-database";
import { startSmallSource } from "../sync/small-source";

testDatabase();
let source: Sandbox;
/** A full hour, so that four rounds are left in it. The count of calls is of the database's own hour: none. */
const NOW = new Date("2030-05-01T10:00:00Z");

beforeAll(async () => {
  source = await startSmallSource({ quota: { callsPerSecond: 5, callsPerHour: 1000 } });
  overrideEnv({ LUFTHANSA_BASE_URL: source.url, MONGODB_URI: undefined });
});
afterAll(() => source.close());

beforeEach(async () => {
  overrideEnv({ LIVE_STATUS_MINUTES: 15, LIVE_QUOTA_SHARE: 0.5 });
  for (const table of ["sync_runs", "coverage", "quota_pace", "quota_hours"]) {
    await execute(`DELETE FROM ${table}`);
  }
});

const readRuns = () =>
  query(
    z.object({
      stream: z.string(),
      scope: z.string(),
      priority: z.number(),
      run_trigger: z.string(),
    }),
    "SELECT stream, scope, priority, run_trigger FROM sync_runs ORDER BY created_at, id",
  );
const endAll = () => execute("UPDATE sync_runs SET status = 'complete'");

async function track(codes: readonly string[]): Promise<void> {
  await execute("DELETE FROM tracked_airports");
  for (const code of codes) {
    await execute(
      "INSERT INTO tracked_airports (airport_code, created_at) VALUES (?, UTC_TIMESTAMP(3))",
      [code],
    );
  }
}

/** As if the present window of an airport had been asked, with so many rows. */
async function noteAsked(place: string, expected: number, at: Date): Promise<void> {
  const run = "00000000-0000-7000-8000-000000000000";
  await execute(
    `INSERT INTO coverage (stream, scope, window_key, place, day, starts_at, ends_at, state, expected, fetched, observed_at,
       run_id, window_id, updated_at)
     VALUES ('flight-status', ?, '2030-05-01T08:00', ?, '2030-05-01', '2030-05-01 08:00', '2030-05-01 12:00', 'complete', ?, ?, ?, ?, 1, ?)
     ON DUPLICATE KEY UPDATE updated_at = VALUES(updated_at)`,
    [`${place}/departures`, place, expected, expected, at, run, at],
  );
}

const codes = Array.from(
  { length: 50 },
  (_, index) => `A${String.fromCharCode(65 + (index % 26))}${index < 26 ? "A" : "B"}`,
);

describe("a live round", () => {
  test("of few airports asks for all that are tracked, before everything else, and leaves a forecast", async () => {
    await track(["FRA", "MUC"]);
    const asked = await requestLiveRound(NOW);
    expect(asked).toMatchObject({ boards: 2, asked: 2, stretched: null });
    expect(await readRuns()).toEqual([
      {
        stream: "flight-status",
        scope: "flights tracked live",
        priority: 50,
        run_trigger: "schedule",
      },
    ]);
    const { keyHash } = await findSourceSettings();
    const need = await query(
      z.object({ live_round_calls: z.number() }),
      "SELECT live_round_calls FROM quota_pace WHERE key_hash = ?",
      [keyHash],
    );
    expect(need).toEqual([{ live_round_calls: 8 }]);
  });

  test("is not asked for again while one has not ended", async () => {
    await track(["FRA"]);
    await requestLiveRound(NOW);
    expect(await requestLiveRound(NOW)).toMatchObject({ runs: [] });
    expect(await readRuns()).toHaveLength(1);
  });

  test("asks for flight information too where that is on", async () => {
    await track(["FRA", "MUC"]);
    await execute("UPDATE tracked_airports SET flight_information = 1 WHERE airport_code = 'FRA'");
    await execute("UPDATE tracked_airports SET flight_status = 0 WHERE airport_code = 'FRA'");
    await requestLiveRound(NOW);
    expect((await readRuns()).map(({ stream, scope }) => `${stream} ${scope}`).sort()).toEqual([
      "flight-information flights tracked live",
      "flight-status flights tracked live",
    ]);
  });

  test("does not take place where it is switched off", async () => {
    overrideEnv({ LIVE_STATUS_MINUTES: 0 });
    await track(["FRA"]);
    expect(await requestLiveRound(NOW)).toMatchObject({ runs: [], boards: 0 });
    expect(await readRuns()).toEqual([]);
  });

  test("of fifty airports takes turns within its share, says so, and each board has its turn in two rounds", async () => {
    await track(codes);
    const lastTurn = new Map<string, number>();
    for (let round = 0; round < 6; round++) {
      const { asked, stretched } = await requestLiveRound(NOW);
      expect(asked).toBe(31);
      expect(stretched).toContain("about every 30 minutes");
      const scope = (await readRuns()).at(-1)?.scope ?? "";
      const names = /^flights (\S+) live$/.exec(scope)?.[1]?.split(",") ?? [];
      expect(names).toHaveLength(31);
      for (const name of names) {
        lastTurn.set(name, round);
        // The time only orders them here: each round is after the one before.
        await noteAsked(name, 10, new Date(NOW.getTime() + round * 60_000));
      }
      await endAll();
      if (round === 0) continue;
      expect(codes.filter((code) => (lastTurn.get(code) ?? -1) < round - 1)).toEqual([]);
    }
  });

  test("what it needs is learned from the pages that boards had", async () => {
    await track(["FRA", "MUC"]);
    await noteAsked("FRA", 120, NOW);
    expect(await findLiveBoards(NOW)).toEqual([
      { stream: "flight-status", airport: "FRA", calls: 12, askedAt: NOW },
      { stream: "flight-status", airport: "MUC", calls: 4, askedAt: null },
    ]);
  });
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { executeHere } from "@/inngest/execute-here";
import { previewNormalize } from "@/inngest/preview-normalize";
import { execute } from "@/lib/db/execute";
import { getReport } from "@/lib/db/report/get-report";
import { getRun } from "@/lib/db/runs/get-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { overrideEnv } from "@/lib/env";
import { recordedDir } from "../../recorded";
import { testDatabase } from "../../servers/test-database";
import { emptyDatabase, importInto, knownFlights, runsThatDoNotAddUp } from "./database";

testDatabase();
overrideEnv({ MONGODB_URI: undefined });
const LONG = { timeout: 240_000 };
const SPAN = { from: "2024-07-01", to: "2024-12-31" };
const ALL_TIME = { from: null, to: null };

/** Counted from the recordings by hand, independent of this program. */
const FIGURES = {
  answers: 3057,
  rows: 11_466,
  all: {
    flights: 10_010,
    codeshares: 15_259,
    airports: 185,
    operating_carriers: 19,
    departed: 9594,
    late: 5374,
    median_departure_delay: 18,
  },
  air: {
    flights: 9943,
    departed: 9584,
    late: 5372,
    median_departure_delay: 18,
    p90_departure_delay: 74,
    arrived: 9441,
    arrived_late: 4284,
    median_arrival_delay: 12,
    p90_arrival_delay: 67,
    cancelled: 351,
    diverted: 24,
  },
  rejects: {},
};

const scratch = mkdtempSync(join(tmpdir(), "dst-recorded-"));
afterAll(() => rmSync(scratch, { recursive: true }));

describe.skipIf(!recordedDir)("twelve recorded days", () => {
  const days = join(recordedDir ?? "", "customerflightinformation");
  let known: Record<string, unknown>[][];

  test("imported, they give the figures that they hold", LONG, async () => {
    const summary = await importInto(days);
    expect(summary).toMatchObject({ answers: 3057, new_answers: 3057, rows: 11_466, rejected: 0 });
    expect(summary.ignored).toEqual([]);
    expect(summary.inserted).toBe(10_010);
    expect(summary.inserted + summary.updated + summary.unchanged).toBe(11_466);
    expect(await getReport(ALL_TIME)).toMatchObject(FIGURES);
    expect(await runsThatDoNotAddUp()).toEqual([]);
    known = await knownFlights();
  });

  test("imported again they give nothing new", LONG, async () => {
    expect(await importInto(days)).toMatchObject({
      answers: 3057,
      new_answers: 0,
      inserted: 0,
      updated: 0,
      unchanged: 11_466,
    });
    expect(await getReport(ALL_TIME)).toMatchObject(FIGURES);
    expect(await knownFlights()).toEqual(known);
  });

  test("normalized again from the raw store they are the same rows", LONG, async () => {
    const preview = await previewNormalize({ stream: "flight-information", ...SPAN });
    expect(preview).toMatchObject({
      days: 12,
      answers: 3057,
      rows: 11_466,
      observations: { changed: 0, added: 0, gone: 0 },
      flights: { added: 0, changed: 0, removed: 0 },
      lost: { answers: 0 },
    });
    expect(await normalizeAgain()).toMatchObject({
      status: "complete",
      windows_done: 12,
      api_calls: 0,
      fetched: 11_466,
      unchanged: 11_466,
    });
    expect(await knownFlights()).toEqual(known);
  });

  test("made from the raw store alone they are the same rows", LONG, async () => {
    await emptyFlights();
    expect(await normalizeAgain()).toMatchObject({ fetched: 11_466, inserted: 10_010 });
    expect(await getReport(ALL_TIME)).toMatchObject(FIGURES);
    expect(await knownFlights()).toEqual(known);
  });

  test(
    "imported day by day from the last to the first, each file backwards, they are the same rows",
    LONG,
    async () => {
      await emptyDatabase();
      for (const name of readdirSync(days).sort().reverse()) {
        const folder = join(scratch, name, "customerflightinformation");
        mkdirSync(folder, { recursive: true });
        const answers: Record<string, unknown> = JSON.parse(readFileSync(join(days, name), "utf8"));
        const backwards = Object.fromEntries(Object.entries(answers).reverse());
        writeFileSync(join(folder, name), JSON.stringify(backwards));
        await importInto(folder);
      }
      expect(await getReport(ALL_TIME)).toMatchObject(FIGURES);
      expect(await runsThatDoNotAddUp()).toEqual([]);
      expect(await knownFlights()).toEqual(known);
    },
  );
});

async function normalizeAgain() {
  const { run } = await requestRun({
    stream: "flight-information",
    scope: { kind: "flights", of: "tracked", ...SPAN, mode: "again" },
    task: "normalize",
    trigger: "command",
    requestedBy: null,
  });
  await executeHere({ runId: run.id, owner: "test" });
  return getRun(run.id);
}

async function emptyFlights(): Promise<void> {
  for (const table of ["flight_events", "flight_codeshares", "flight_observations", "flights"]) {
    await execute(`DELETE FROM ${table}`);
  }
}

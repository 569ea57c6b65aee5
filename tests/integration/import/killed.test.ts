import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { query } from "@/lib/db/query";
import { findRuns } from "@/lib/db/runs/find-runs";
import { overrideEnv } from "@/lib/env";
import { archiveOf, informationAnswer, informationFlight } from "../../fakes/archive";
import { testDatabase } from "../../servers/test-database";
import { emptyDatabase, importInto, knownFlights } from "./database";

const { url } = testDatabase();
overrideEnv({ MONGODB_URI: undefined });
const root = join(import.meta.dirname, "../../..");
const WINDOWS = 1500;

/** Windows of every hour of many days, so that an import takes seconds. */
function longArchive(): string {
  const files: Record<string, Record<string, unknown>> = {};
  for (let number = 0; number < WINDOWS; number++) {
    const day = new Date(Date.UTC(2030, 0, 1 + Math.floor(number / 24))).toISOString().slice(0, 10);
    const hour = String(number % 24).padStart(2, "0");
    const flight = informationFlight(day, { number: String(1 + number) });
    const file = `customerflightinformation/${day}.json`;
    files[file] = { ...files[file], [`FRA_departure_${hour}00`]: informationAnswer(flight) };
  }
  return archiveOf(files);
}

const dir = longArchive();
afterAll(() => rmSync(dir, { recursive: true }));

function startImport() {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(root, "scripts/import.ts"), dir, "--json"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DATABASE_URL: url, MONGODB_URI: "", DATA_DIR: join(dir, "data") },
    },
  );
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  return { child, ended: once(child, "exit"), said: () => out };
}

const doneWindows = async (): Promise<number> => {
  const [row] = await query(
    z.object({ n: z.number() }),
    "SELECT COUNT(*) AS n FROM sync_windows WHERE state = 'complete'",
  );
  return row?.n ?? 0;
};

test("the command, killed hard in the middle, goes on when it is started again", {
  timeout: 240_000,
}, async () => {
  await importInto(dir);
  const undisturbed = await knownFlights();
  await emptyDatabase();

  const killed = startImport();
  await expect.poll(doneWindows, { timeout: 120_000, interval: 20 }).toBeGreaterThan(0);
  killed.child.kill("SIGKILL");
  await killed.ended;
  const done = await doneWindows();
  expect(done).toBeLessThan(WINDOWS);
  expect(killed.said()).toBe("");

  const again = startImport();
  await again.ended;
  expect(JSON.parse(again.said())).toMatchObject({
    answers: WINDOWS,
    new_answers: WINDOWS - done,
    rows: WINDOWS,
    inserted: WINDOWS,
  });
  expect(again.child.exitCode).toBe(0);
  const { items } = await findRuns({ skip: 0, limit: 10 });
  expect(items).toMatchObject([{ status: "complete", windows_done: WINDOWS, task: "import" }]);
  expect(await knownFlights()).toEqual(undisturbed);
});

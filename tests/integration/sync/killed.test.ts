import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { besideDatabase, createDatabase, dropDatabase } from "@/lib/db/throwaway-database";
import { withConnection } from "@/lib/db/with-connection";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { SMALL_LIST, startSmallSource } from "./small-source";

const SEED = 20261123;
const POINTS = 20;
const server = inject("databaseServer");
const template = besideDatabase(server, "kill");
const root = join(import.meta.dirname, "../../..");

let source: Sandbox;
let undisturbed: { statements: string[]; rows: string };

beforeAll(async () => {
  source = await startSmallSource();
  await freshDatabase();
  const { code, statements } = await work(0);
  expect(code).toBe(0);
  undisturbed = { statements, rows: await readRows() };
});

afterAll(async () => {
  await source.close();
  await dropDatabase(template, server);
});

async function freshDatabase(): Promise<void> {
  await dropDatabase(template, server);
  await createDatabase(template, server);
  await deployMigrations({ url: template });
}

/** Runs the worker in a process of its own, which kills itself at the given statement; 0 lets it live. */
async function work(killAt: number): Promise<{ code: number | null; statements: string[] }> {
  const log = join(mkdtempSync(join(tmpdir(), "killed-")), "statements");
  writeFileSync(log, "");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "kill-worker.ts")],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        DATABASE_URL: template,
        MONGODB_URI: "",
        LUFTHANSA_BASE_URL: source.url,
        KILL_AT: String(killAt),
        KILL_LOG: log,
      },
    },
  );
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, statements: readFileSync(log, "utf8").split("\n").filter(Boolean) };
}

/** All that a run leaves, without surrogate ids and clock times, and without what an interrupted window truly asked twice. */
const TABLES = {
  airports:
    "airport_code, name, city_code, country_code, location_type, latitude, longitude, utc_offset_minutes, time_zone, time_zone_basis, source, source_differences, version",
  rejects: "stream, rule, record_key, sample_hash, field, value, message, sample, seen_count",
  unreadable_positions: "stream, position, status, healed_at IS NULL AS unhealed",
  drift: "stream, kind, path, found",
  sync_runs: "stream, scope, run_trigger, status, message, finished_at IS NULL AS unfinished",
  sync_windows:
    "scope, window_key, position, plan, state, expected, fetched, inserted, updated, unchanged, rejected, unreadable, last_code, message",
} as const;

function readRows(): Promise<string> {
  return withConnection(template, async (connection) => {
    const parts = Object.entries(TABLES).map(async ([table, columns]) => {
      const rows = await connection.query(`SELECT ${columns} FROM ${table} ORDER BY 1, 2, 3`);
      return `${table}\n${rows.map((row: unknown) => JSON.stringify(row)).join("\n")}`;
    });
    return (await Promise.all(parts)).join("\n");
  });
}

/** A small generator (mulberry32), so that a failure can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One place inside each thing that must not be torn, the others anywhere. */
function choosePoints(statements: readonly string[]): Map<number, string> {
  const random = seeded(SEED);
  const anyOf = (pattern: RegExp): [number, string] => {
    const places = statements.flatMap((text, index) => (pattern.test(text) ? [index] : []));
    const place = places[Math.floor(random() * places.length)];
    if (place === undefined) throw new Error(`no statement matches ${pattern}`);
    return [place + 1, statements[place] ?? ""];
  };
  const points = new Map([
    anyOf(/^INSERT INTO payload_bodies|^INSERT IGNORE INTO payload_bodies/),
    anyOf(/^INSERT (IGNORE )?INTO payload_answers/),
    anyOf(/^INSERT INTO airports/),
    anyOf(/^INSERT INTO rejects/),
    anyOf(/^UPDATE sync_windows/),
    anyOf(/^commit/),
  ]);
  while (points.size < POINTS) points.set(...anyOf(/./));
  return points;
}

test("an undisturbed run gives what the source has", () => {
  const kept = SMALL_LIST.positions - SMALL_LIST.unreadable - SMALL_LIST.twins;
  expect(undisturbed.rows.match(/"airport_code"/g)).toHaveLength(kept);
  expect(undisturbed.rows).toContain('"status":"complete"');
});

test(`killed at ${POINTS} points, the next run goes on and ends with the same rows`, {
  timeout: 600_000,
}, async () => {
  const outcomes: { point: string; killed: boolean; same: boolean }[] = [];
  for (const [place, statement] of choosePoints(undisturbed.statements)) {
    await freshDatabase();
    const first = await work(place);
    const second = await work(0);
    expect(second.code).toBe(0);
    const same = (await readRows()) === undisturbed.rows;
    outcomes.push({ point: `${place} ${statement}`, killed: first.code === null, same });
  }
  expect(outcomes.filter(({ killed, same }) => !(killed && same))).toEqual([]);
});

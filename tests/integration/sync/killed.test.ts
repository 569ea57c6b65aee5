import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { besideDatabase } from "@/lib/db/throwaway-database";
import { LIST_SCOPE } from "@/lib/model/stream";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { choosePoints, type KilledWorker, killedWorker } from "./killed-worker";
import { SMALL_LIST, startSmallSource } from "./small-source";

const SEED = 20261123;
const POINTS = 20;
const AMID = [
  /^INSERT (IGNORE )?INTO payload_bodies/,
  /^INSERT (IGNORE )?INTO payload_answers/,
  /^INSERT INTO airports/,
  /^INSERT INTO rejects/,
  /^UPDATE sync_windows/,
  /^commit/,
];
const server = inject("databaseServer");

let source: Sandbox;
let worker: KilledWorker;
let undisturbed: { statements: string[]; rows: string };

beforeAll(async () => {
  source = await startSmallSource();
  worker = killedWorker({
    url: besideDatabase(server, "kill"),
    server,
    sourceUrl: source.url,
    wishes: [{ stream: "airports", scope: LIST_SCOPE }],
  });
  await worker.freshDatabase();
  const { code, statements } = await worker.work(0);
  expect(code).toBe(0);
  undisturbed = { statements, rows: await worker.readRows(QUERIES) };
});

afterAll(async () => {
  await source.close();
  await worker.dropDatabase();
});

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
const QUERIES = Object.fromEntries(
  Object.entries(TABLES).map(([table, columns]) => [
    table,
    `SELECT ${columns} FROM ${table} ORDER BY 1, 2, 3`,
  ]),
);

test("an undisturbed run gives what the source has", () => {
  const kept = SMALL_LIST.positions - SMALL_LIST.unreadable - SMALL_LIST.twins;
  expect(undisturbed.rows.match(/"airport_code"/g)).toHaveLength(kept);
  expect(undisturbed.rows).toContain('"status":"complete"');
});

test(`killed at ${POINTS} points, the next run goes on and ends with the same rows`, {
  timeout: 600_000,
}, async () => {
  const outcomes: { point: string; killed: boolean; same: boolean }[] = [];
  const points = choosePoints(undisturbed.statements, { seed: SEED, count: POINTS, amid: AMID });
  for (const [place, statement] of points) {
    await worker.freshDatabase();
    const first = await worker.work(place);
    const second = await worker.work(0);
    expect(second.code).toBe(0);
    const same = (await worker.readRows(QUERIES)) === undisturbed.rows;
    outcomes.push({ point: `${place} ${statement}`, killed: first.code === null, same });
  }
  expect(outcomes.filter(({ killed, same }) => !(killed && same))).toEqual([]);
});

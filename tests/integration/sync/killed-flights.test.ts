import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { besideDatabase } from "@/lib/db/throwaway-database";
import { type Sandbox, startSandbox } from "@/sandbox/start-sandbox";
import { FLIGHT_ROWS, RUN_ROWS, smallDay } from "./flight-tables";
import { choosePoints, type KilledWorker, killedWorker } from "./killed-worker";

const SEED = 20261123;
const POINTS = 20;
const AMID = [
  /^INSERT (IGNORE )?INTO payload_bodies/,
  /^INSERT INTO window_payloads/,
  /^INSERT INTO sync_windows/,
  /^INSERT INTO flights/,
  /^INSERT INTO flight_events/,
  /^INSERT (IGNORE )?INTO flight_observations/,
  /^INSERT INTO coverage/,
  /^INSERT INTO sync_runs/,
  /^commit/,
];
const ROWS = { ...FLIGHT_ROWS, ...RUN_ROWS };
/** Calls of one window that may be lost with it: its pages, and a token. */
const ONE_WINDOW = 6;

/** Windows that were answered, with how many answers each has. */
const DONE = {
  done: `SELECT w.stream, w.scope, w.window_key, COUNT(*) AS answers FROM sync_windows w
    JOIN window_payloads p ON p.window_id = w.id WHERE w.finished_at IS NOT NULL GROUP BY w.stream, w.scope, w.window_key
    ORDER BY 1, 2, 3`,
};
/** Answers that something refers to and the raw store does not have. */
const LOST = {
  lost: `SELECT p.payload_id FROM window_payloads p LEFT JOIN payload_answers a ON a.id = p.payload_id
    LEFT JOIN payload_bodies b ON b.hash = a.hash WHERE b.hash IS NULL
    UNION SELECT o.payload_id FROM flight_observations o LEFT JOIN window_payloads p ON p.payload_id = o.payload_id
    WHERE p.payload_id IS NULL`,
};

const server = inject("databaseServer");
// Flights move on while time passes: the same questions must have the same answers all along.
const standing = Date.now();
let source: Sandbox;
let worker: KilledWorker;
let undisturbed: { statements: string[]; rows: string; calls: number };

beforeAll(async () => {
  source = await startSandbox({ quota: null, now: () => standing });
  worker = killedWorker({
    url: besideDatabase(server, "kill_flights"),
    server,
    sourceUrl: source.url,
    wishes: smallDay({ routes: ["FRA-LHR", "MUC-CDG"], airports: ["LHR"] }),
  });
  await worker.freshDatabase();
  const { code, statements } = await worker.work(0);
  expect(code).toBe(0);
  const rows = await worker.readRows(ROWS);
  undisturbed = { statements, rows, calls: source.calls().total };
}, 120_000);

afterAll(async () => {
  await source.close();
  await worker.dropDatabase();
});

test("an undisturbed day is complete, and has boards of several pages", () => {
  expect(undisturbed.rows.match(/"status":"complete"/g)).toHaveLength(2);
  expect(undisturbed.rows.match(/"field":"seen"/g)?.length).toBeGreaterThan(200);
  expect(undisturbed.calls).toBeGreaterThan(12 + 4 + 3);
});

type Outcome = {
  point: string;
  killed: boolean;
  differs: string[];
  lost: string;
  again: string[];
  calls: number;
};

/** The first lines that only one of the two has. */
function differences(rows: string): string[] {
  const [wanted, found] = [undisturbed.rows, rows].map((text) => text.split("\n"));
  const [isWanted, isFound] = [new Set(wanted), new Set(found)];
  return [
    ...(wanted ?? []).filter((line) => !isFound.has(line)).map((line) => `missing ${line}`),
    ...(found ?? []).filter((line) => !isWanted.has(line)).map((line) => `added ${line}`),
  ].slice(0, 6);
}

async function killedAt(place: number, statement: string): Promise<Outcome> {
  await worker.freshDatabase();
  const before = source.calls().total;
  const first = await worker.work(place);
  const done = await worker.readRows(DONE);
  const second = await worker.work(0);
  expect(second.code).toBe(0);
  const after = new Set((await worker.readRows(DONE)).split("\n"));
  return {
    point: `${place} ${statement}`,
    killed: first.code === null,
    differs: differences(await worker.readRows(ROWS)),
    lost: await worker.readRows(LOST),
    again: done.split("\n").filter((line) => line !== "" && !after.has(line)),
    calls: source.calls().total - before,
  };
}

test(`killed at ${POINTS} points and started again: the same rows, events and ledger; nothing lost, nothing done asked again`, {
  timeout: 900_000,
}, async () => {
  const outcomes: Outcome[] = [];
  const points = choosePoints(undisturbed.statements, { seed: SEED, count: POINTS, amid: AMID });
  for (const point of points) outcomes.push(await killedAt(...point));
  const isWell = ({ killed, differs, lost, again, calls }: Outcome) =>
    killed &&
    differs.length === 0 &&
    lost === "lost\n" &&
    again.length === 0 &&
    calls <= undisturbed.calls + ONE_WINDOW;
  expect(outcomes.filter((outcome) => !isWell(outcome))).toEqual([]);
});

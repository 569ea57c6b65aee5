import fc from "fast-check";
import type { Connection } from "mariadb";
import { expect, it } from "vitest";
import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { loadFlights } from "@/lib/db/flights/load-flights";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import { conflictingAnswers, type RawAnswer } from "../../fakes/conflicting-answers";
import { permutations } from "../../fakes/permutations";
import { readRawAnswer } from "../../fakes/read-raw-answer";
import { testDatabase } from "../../servers/test-database";
import { expectCounted } from "./counted";

testDatabase();

const RUN = "01900000-0000-7000-8000-00000000000a";
const TABLES = [
  "flights",
  "flight_events",
  "flight_codeshares",
  "flight_observations",
  "flight_window_answers",
  "flight_redirects",
  "flight_days",
  "flight_routes",
];
const KEY = "f.flight_date, f.carrier, f.number, f.suffix, f.origin, f.destination, f.operation";
const Row = z.record(z.string(), z.unknown());
const OWN_OF_A_LOAD = ["id", "flight_id", "created_at", "updated_at", "version", "run_id"];

const clear = () =>
  transaction(async (connection) => {
    for (const table of TABLES) await execute(`DELETE FROM ${table}`, [], connection);
  });

const withoutOwn = (rows: readonly Record<string, unknown>[]) =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !OWN_OF_A_LOAD.includes(name))),
  );

/** All that readers can see of flights, but for what tells one load from another. */
async function readAll() {
  const joined = (table: string, order: string) =>
    query(
      Row,
      `SELECT CONCAT_WS(' ', ${KEY}) AS flight, t.* FROM ${table} t JOIN flights f ON f.id = t.flight_id ORDER BY ${KEY}, ${order}`,
    );
  return {
    flights: withoutOwn(await query(Row, `SELECT * FROM flights f ORDER BY ${KEY}`)),
    events: withoutOwn(await joined("flight_events", "t.position")),
    codeshares: withoutOwn(await joined("flight_codeshares", "t.carrier, t.number, t.suffix")),
  };
}

/** Rows of a flight that does not exist, and redirects that lead nowhere or from a flight that still exists. */
async function countOrphans(): Promise<number> {
  let count = 0;
  for (const table of ["flight_events", "flight_codeshares", "flight_redirects"]) {
    const rows = await query(
      Row,
      `SELECT t.flight_id FROM ${table} t LEFT JOIN flights f ON f.id = t.flight_id WHERE f.id IS NULL`,
    );
    count += rows.length;
  }
  const alive = await query(
    Row,
    "SELECT r.id FROM flight_redirects r JOIN flights f ON f.id = r.id",
  );
  return count + alive.length;
}

const load = (raw: RawAnswer) => {
  const { observed, answer } = readRawAnswer(raw);
  return transaction((connection: Connection) =>
    loadFlights(connection, { runId: RUN, now: new Date(), observed, answers: [answer] }),
  );
};

async function loadAll(answers: readonly RawAnswer[]): Promise<void> {
  for (const answer of answers) await load(answer);
}

const SETS = fc.sample(conflictingAnswers(4), { numRuns: 6, seed: 1070 });
const LARGE = fc.sample(conflictingAnswers(16, 12), { numRuns: 4, seed: 569 });

it("gives the same rows, events and codeshares whatever the order of loading, and again", async () => {
  for (const answers of SETS) {
    await clear();
    await loadAll(answers);
    const expected = await readAll();
    expect(expected.flights.length).toBeGreaterThan(0);
    for (const order of permutations(answers)) {
      await clear();
      await loadAll(order);
      expect(await readAll()).toEqual(expected);
      expect(await countOrphans()).toBe(0);
      await expectCounted();
    }
    const outcomes = await Promise.all(answers.map(load));
    expect(new Set(outcomes.flat())).toEqual(new Set(["unchanged"]));
    expect(await readAll()).toEqual(expected);
  }
});

it("gives the same when two connections load at once, each all of it in its own order", async () => {
  for (const answers of LARGE) {
    await clear();
    await loadAll(answers);
    const expected = await readAll();
    await clear();
    await Promise.all([loadAll(answers), loadAll(answers.toReversed())]);
    expect(await readAll()).toEqual(expected);
    expect(await countOrphans()).toBe(0);
    await expectCounted();
  }
});

it("gives the same when everything comes in one load", async () => {
  for (const answers of LARGE) {
    await clear();
    await loadAll(answers);
    const expected = await readAll();
    await clear();
    const read = answers.map(readRawAnswer);
    await transaction((connection) =>
      loadFlights(connection, {
        runId: RUN,
        now: new Date(),
        observed: read.flatMap(({ observed }) => observed),
        answers: read.map(({ answer }) => answer),
      }),
    );
    expect(await readAll()).toEqual(expected);
  }
});

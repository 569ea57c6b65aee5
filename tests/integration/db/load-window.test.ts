import type { PoolConnection } from "mariadb";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { dataVersion } from "@/lib/db/data-version";
import { execute } from "@/lib/db/execute";
import { insertRows } from "@/lib/db/insert-rows";
import { findListKnowledge } from "@/lib/db/ledger/find-list-knowledge";
import { pool } from "@/lib/db/pool";
import { query } from "@/lib/db/query";
import type { Reject } from "@/lib/model/reject";
import type { LoadedWindow } from "@/lib/sync/ports";
import { testDatabase } from "../../servers/test-database";
import {
  airport,
  airportLedger,
  begunRun,
  endLease,
  loadedWith,
  PAYLOAD,
  plannedWindows,
  snapshot,
  windowOf,
} from "./sync-fixture";

testDatabase();

const WRITTEN = [
  "airports",
  "rejects",
  "drift",
  "unreadable_positions",
  "sync_windows",
  "data_version",
];
const AIRPORTS = ["DDD", "BBB", "AAA", "CCC"].map((code) => airport(code, { name: code }));

const reject = (key: string): Reject & { payloadId: string } => ({
  rule: "duplicate_code",
  key,
  field: "AirportCode",
  value: key,
  message: `${key} came twice`,
  sample: JSON.stringify({ AirportCode: key }),
  payloadId: PAYLOAD,
});

const everything: Partial<LoadedWindow<never>> = {
  state: "partial",
  rejects: [reject("AAA"), reject("AAA"), reject("ZZZ")],
  unreadable: [{ position: 7, status: 404, payloadId: PAYLOAD }],
  drift: [
    { kind: "new_field", path: "Airport[].Foo", found: "string", count: 3, payloadId: PAYLOAD },
  ],
  lastCode: "DDD",
  more: plannedWindows("101-200", "201-300"),
};

let held: PoolConnection | undefined;

/** A second writer, with a transaction of its own open. */
async function otherWriter(): Promise<PoolConnection> {
  held = await pool().getConnection();
  await held.beginTransaction();
  return held;
}

/** The server's number for the connection that waits in a statement like this. */
async function findWaiting(statement: string): Promise<number> {
  for (;;) {
    const [waiting] = await query(
      z.object({ id: z.number() }),
      `SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE ? AND id <> CONNECTION_ID()`,
      [statement],
    );
    if (waiting) return waiting.id;
  }
}

afterEach(async () => {
  await held?.rollback().catch(() => undefined);
  await held?.release();
  held = undefined;
  for (const table of ["airports", "rejects", "drift", "unreadable_positions", "sync_runs"]) {
    await execute(`DELETE FROM ${table}`);
  }
});

describe("load", () => {
  it("writes rows, rejects, positions, drift, new windows and the ledger row, and raises the data version", async () => {
    const { ledger, runId, window } = await begunRun();
    const version = await dataVersion();
    const counts = await ledger.load(runId, window, loadedWith(AIRPORTS, everything));
    expect(counts).toEqual({ fetched: 7, inserted: 4, updated: 0, unchanged: 0, rejected: 3 });

    const [airports, rejects, drift, positions, windows] = await snapshot(...WRITTEN);
    expect(airports?.map((row) => row.airport_code)).toEqual(["AAA", "BBB", "CCC", "DDD"]);
    expect(airports?.[0]).toMatchObject({ run_id: runId, payload_id: PAYLOAD, version: 1 });
    expect(rejects?.map((row) => [row.record_key, row.seen_count])).toEqual([
      ["AAA", 2],
      ["ZZZ", 1],
    ]);
    expect(drift).toMatchObject([{ path: "Airport[].Foo", seen_count: 3 }]);
    expect(positions).toMatchObject([{ position: 7, status: 404, healed_at: null }]);
    expect(windows).toMatchObject([
      { position: 0, state: "partial", fetched: 7, inserted: 4, rejected: 3, unreadable: 1 },
      { position: 1, state: "planned", window_key: "101-200" },
      { position: 2, state: "planned", window_key: "201-300" },
    ]);
    expect(await dataVersion()).toBe(version + 1);
    expect(await ledger.codeBefore(runId, await windowOf(ledger, runId))).toBe("DDD");
  });

  it("does nothing for a window that is loaded already, and returns the counts of the truth", async () => {
    const { ledger, runId, window } = await begunRun();
    const first = await ledger.load(runId, window, loadedWith(AIRPORTS, everything));
    const before = await snapshot(...WRITTEN);
    const again = loadedWith([airport("XXX")], everything);
    expect(await ledger.load(runId, window, again)).toEqual(first);
    expect(await snapshot(...WRITTEN)).toEqual(before);
  });

  it("counts what comes again instead of storing it twice, and remembers what healed", async () => {
    for (const also of [everything, { ...everything, unreadable: [], healed: [7] }]) {
      const { ledger, runId, window } = await begunRun();
      await ledger.load(runId, window, loadedWith(AIRPORTS, also));
    }
    const [, rejects, drift, positions] = await snapshot(...WRITTEN);
    expect(rejects?.map((row) => row.seen_count)).toEqual([4, 2]);
    expect(drift?.map((row) => row.seen_count)).toEqual([6]);
    expect(positions).toMatchObject([{ position: 7, healed_at: expect.any(Date) }]);
    expect((await findListKnowledge("airports")).unreadable).toEqual([]);

    const { ledger, runId, window } = await begunRun();
    await ledger.load(runId, window, loadedWith([], everything));
    expect((await findListKnowledge("airports")).unreadable).toEqual([7]);
  });

  it("writes nothing when a record that was fetched is missing in what it was given", async () => {
    const { ledger, runId, window } = await begunRun();
    const before = await snapshot(...WRITTEN);
    const short = loadedWith(AIRPORTS, { ...everything, fetched: 8 });
    await expect(ledger.load(runId, window, short)).rejects.toThrow("8 records were fetched");
    expect(await snapshot(...WRITTEN)).toEqual(before);
  });

  it("leaves nothing when the connection dies before the commit", async () => {
    const { ledger, runId, window } = await begunRun();
    const before = await snapshot(...WRITTEN);
    const other = await otherWriter();
    await other.query("SELECT version FROM data_version WHERE id = 1 FOR UPDATE");
    const loading = expect(
      ledger.load(runId, window, loadedWith(AIRPORTS, everything)),
    ).rejects.toMatchObject({ code: "database_unavailable" });
    await execute(`KILL ${await findWaiting("INSERT INTO data_version%")}`);
    await loading;
    await other.rollback();
    expect(await snapshot(...WRITTEN)).toEqual(before);

    const counts = await ledger.load(runId, window, loadedWith(AIRPORTS, everything));
    expect(counts).toMatchObject({ inserted: 4, rejected: 3 });
  });

  it("is done again when it loses a deadlock, and counts once", async () => {
    const { ledger, runId, window } = await begunRun();
    await ledger.load(runId, window, loadedWith(AIRPORTS, { more: plannedWindows("101-200") }));
    const second = await windowOf(ledger, runId);
    const changed = AIRPORTS.map(({ code }) => airport(code, { name: `New ${code}` }));

    const other = await otherWriter();
    // Who has written more is not the one that the server sacrifices.
    await insertRows(other, {
      table: "countries",
      columns: ["code", "source", "created_at", "updated_at"],
      rows: Array.from({ length: 600 }, (_, at) => [
        at.toString(36).padStart(2, "0"),
        "sample",
        new Date(0),
        new Date(0),
      ]),
    });
    await other.query("UPDATE airports SET name = 'Held' WHERE airport_code = 'CCC'");
    const deadlocks = () =>
      query(z.object({ Value: z.coerce.number() }), "SHOW STATUS LIKE 'Innodb_deadlocks'");
    const [before] = await deadlocks();
    const loading = ledger.load(runId, second, loadedWith(changed));
    await findWaiting("SELECT airport_code%FOR UPDATE");
    await other.query("UPDATE airports SET name = 'Held' WHERE airport_code = 'AAA'");
    await other.commit();

    expect(await loading).toMatchObject({ fetched: 4, updated: 4 });
    const [after] = await deadlocks();
    if (before) expect(after?.Value).toBeGreaterThan(before.Value);
    const [airports, , , , windows] = await snapshot(...WRITTEN);
    expect(airports?.map((row) => row.name)).toEqual(["New AAA", "New BBB", "New CCC", "New DDD"]);
    expect(windows?.map((row) => row.updated)).toEqual([0, 4]);
  });

  it("refuses once another worker has taken the run over: only one ever writes a window", async () => {
    const { ledger, runId, window } = await begunRun();
    const other = airportLedger("two");
    expect(await other.claim(runId)).toBeNull();
    await endLease(runId);
    expect(await other.claim(runId)).toMatchObject({ id: runId, status: "running" });
    const before = await snapshot(...WRITTEN);

    const lost = { code: "conflict", message: expect.stringContaining("taken over") };
    await expect(ledger.load(runId, window, loadedWith(AIRPORTS))).rejects.toMatchObject(lost);
    await expect(ledger.next(runId)).rejects.toMatchObject(lost);
    await expect(ledger.fail(runId, "late")).rejects.toMatchObject(lost);
    await expect(
      ledger.finish(runId, { cancelled: false, refused: null, givenUp: null }),
    ).rejects.toMatchObject(lost);
    expect(await ledger.claim(runId)).toBeNull();
    expect(await snapshot(...WRITTEN)).toEqual(before);

    const same = await windowOf(other, runId);
    expect(same.id).toBe(window.id);
    expect(await other.load(runId, same, loadedWith(AIRPORTS))).toMatchObject({ inserted: 4 });
  });

  it("lets two workers of one name load one window at the same time only once", async () => {
    const { runId, window } = await begunRun();
    const both = await Promise.all(
      [airportLedger(), airportLedger()].map((ledger) =>
        ledger.load(runId, window, loadedWith(AIRPORTS, everything)),
      ),
    );
    expect(both[0]).toEqual(both[1]);
    const [airports, rejects, , , windows] = await snapshot(...WRITTEN);
    expect(airports).toHaveLength(4);
    expect(rejects?.map((row) => row.seen_count)).toEqual([2, 1]);
    expect(windows).toHaveLength(3);
  });

  it("refuses a window that was given up", async () => {
    const { ledger, runId, window } = await begunRun("1-100", "101-200");
    await ledger.fail(runId, "the source was away");
    await expect(ledger.load(runId, window, loadedWith(AIRPORTS))).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await snapshot("airports"))[0]).toEqual([]);
  });
});

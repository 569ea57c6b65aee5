import { beforeEach, describe, expect, it } from "vitest";
import { dataVersion } from "@/lib/db/data-version";
import { execute } from "@/lib/db/execute";
import { loadFlightBatch } from "@/lib/db/ledger/load-flight-batch";
import { nextWindows } from "@/lib/db/ledger/next-windows";
import type { Reject } from "@/lib/model/reject";
import { routeWindow } from "@/lib/sync/streams/flight-window";
import { FLIGHT_DAY } from "../../fakes/flight-observations";
import { testDatabase } from "../../servers/test-database";
import {
  begunFlightRun,
  board,
  collect,
  emptyCoverage,
  flightLedger,
  loadedAt,
} from "../db/flight-windows";
import { emptyFlights, everything, rowsOf, seen } from "./flight-fixture";

testDatabase();
beforeEach(async () => {
  await emptyFlights();
  await emptyCoverage();
  await execute("DELETE FROM rejects");
});

const AT = "2030-05-01T12:00";
const flights = (at: string, ...numbers: number[]) =>
  numbers.map((number, item) => seen({ at, number, item, stream: "flight-status" }));

const reject = (key: string): Reject & { payloadId: string } => ({
  rule: "missing_time",
  key,
  field: "Departure.ScheduledTimeLocal",
  value: null,
  message: `${key} has no time`,
  sample: JSON.stringify({ key }),
  payloadId: "01900000-0000-7000-8000-000000000001",
});

describe("a window of flights", () => {
  it("is written whole: flights, rejects, coverage and ledger row, with counts that add up", async () => {
    const version = await dataVersion();
    const { ledger, runId } = await begunFlightRun([board("04")]);
    const window = await ledger.next(runId);
    if (!window) throw new Error("the run has no window");
    const records = [...flights(AT, 1, 2, 3), ...flights(AT, 1)].map((each, item) => ({
      ...each,
      item,
    }));
    const loaded = loadedAt({ at: AT, records, rejects: [reject("LH 9"), reject("LH 8")] });
    const counts = { fetched: 6, inserted: 3, updated: 0, unchanged: 1, rejected: 2 };
    expect(await ledger.load(runId, window, loaded)).toEqual(counts);
    expect(await ledger.load(runId, window, loaded)).toEqual(counts);
    expect(await rowsOf("SELECT run_id FROM flights")).toEqual(
      Array.from({ length: 3 }, () => ({ run_id: runId })),
    );
    expect(await rowsOf("SELECT record_key, seen_count FROM rejects ORDER BY 1")).toEqual([
      { record_key: "LH 8", seen_count: 1 },
      { record_key: "LH 9", seen_count: 1 },
    ]);
    expect(await rowsOf("SELECT * FROM sync_windows")).toMatchObject([
      { state: "complete", ...counts },
    ]);
    expect(await rowsOf("SELECT state, fetched FROM coverage")).toEqual([
      { state: "complete", fetched: 6 },
    ]);
    expect(await dataVersion()).toBe(version + 1);
  });

  it("leaves nothing when a record is missing in what it was given", async () => {
    const { ledger, runId } = await begunFlightRun([board("04")]);
    const window = await ledger.next(runId);
    if (!window) throw new Error("the run has no window");
    const short = { ...loadedAt({ at: AT, records: flights(AT, 1) }), fetched: 2 };
    await expect(ledger.load(runId, window, short)).rejects.toThrow("2 records were fetched");
    expect((await everything()).flat()).toEqual([]);
    expect(await rowsOf("SELECT * FROM coverage")).toEqual([]);
  });
});

describe("a whole answer of schedules", () => {
  const route = routeWindow({
    departure: "FRA",
    arrival: "ZRH",
    day: FLIGHT_DAY,
    timeZone: "Europe/Berlin",
  });
  const planned = (at: string, number: number) => seen({ at, number });
  const statuses = () => rowsOf("SELECT number, status FROM flights ORDER BY number");
  const both = async () => {
    const at = "2030-04-20T06:00";
    const records = [planned(at, 1), { ...planned(at, 2), item: 1 }];
    await collect([route], () => loadedAt({ at, records }), "schedules");
  };

  it("withdraws the flights that it has no longer", async () => {
    await both();
    const at = "2030-04-21T06:00";
    await collect([route], () => loadedAt({ at, records: [planned(at, 1)] }), "schedules");
    expect(await statuses()).toEqual([
      { number: 1, status: "unknown" },
      { number: 2, status: "withdrawn" },
    ]);
  });

  it("withdraws none when it is half, empty, or has what could not be read", async () => {
    await both();
    const before = await statuses();
    const at = "2030-04-21T06:00";
    const records = [planned(at, 1)];
    for (const also of [
      { records, state: "partial" as const },
      { records, rejects: [reject("LX 2")] },
      { state: "empty" as const },
      { state: "not_served" as const },
    ]) {
      await collect([route], () => loadedAt({ at, ...also }), "schedules");
      expect(await statuses()).toEqual(before);
    }
  });
});

describe("many windows at once", () => {
  const PAYLOAD = "01900000-0000-7000-8000-00000000000";
  const windows = ["04", "08", "12"].map((hour) => board(hour));
  const answers = [flights(AT, 1, 2), flights("2030-05-01T12:01", 2, 3), []];
  const batchOf = async (runId: string, owner = "one") =>
    (await nextWindows(runId, owner, 2)).map((window, index) => ({
      window,
      loaded: loadedAt({ at: AT, records: answers[index] ?? [] }),
      payloads: [
        { payloadId: `${PAYLOAD}${index}`, status: 200, hash: "0".repeat(64), bytes: 100 + index },
      ],
    }));
  const worker = (runId: string, owner = "one") =>
    ({ runId, stream: "flight-status", owner, store: "mysql" }) as const;

  it("are loaded in one transaction, each with counts and answers of its own", async () => {
    const { ledger, runId } = await begunFlightRun(windows);
    const version = await dataVersion();
    const batch = await batchOf(runId);
    const none = { updated: 0, rejected: 0, fetched: 2 };
    const counts = [
      { ...none, inserted: 2, unchanged: 0 },
      { ...none, inserted: 1, unchanged: 1 },
    ];
    expect(await loadFlightBatch(worker(runId), batch)).toEqual(counts);
    expect(await dataVersion()).toBe(version + 1);
    expect(await loadFlightBatch(worker(runId), batch)).toEqual(counts);
    expect(await dataVersion()).toBe(version + 1);
    expect(
      await rowsOf("SELECT window_key, state, calls, bytes FROM sync_windows ORDER BY position"),
    ).toEqual([
      { window_key: "2025-05-01T04:00", state: "complete", calls: 0, bytes: 100 },
      { window_key: "2025-05-01T08:00", state: "complete", calls: 0, bytes: 101 },
      { window_key: "2025-05-01T12:00", state: "planned", calls: 0, bytes: 0 },
    ]);
    expect(await rowsOf("SELECT payload_id FROM window_payloads ORDER BY 1")).toHaveLength(2);
    expect(await nextWindows(runId, "one", 10)).toMatchObject([{ key: "2025-05-01T12:00" }]);
    expect(await nextWindows(runId, "one", 10)).toMatchObject([{ key: "2025-05-01T12:00" }]);
    await ledger.fail(runId, "no more");
    expect(await nextWindows(runId, "one", 10)).toEqual([]);
  });

  it("are refused as a whole once another worker has the run", async () => {
    const { runId } = await begunFlightRun(windows);
    const batch = await batchOf(runId);
    const other = flightLedger("flight-status", "two");
    await expect(loadFlightBatch(worker(runId, "two"), batch)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await other.claim(runId)).toBeNull();
    expect((await everything()).flat()).toEqual([]);
  });

  it("come to the same whether one window at a time or all at once", async () => {
    const inTurn = await begunFlightRun(windows);
    for (const records of answers) {
      const window = await inTurn.ledger.next(inTurn.runId);
      if (window) await inTurn.ledger.load(inTurn.runId, window, loadedAt({ at: AT, records }));
    }
    const flightRows = "SELECT number, status, first_seen_at, last_seen_at FROM flights ORDER BY 1";
    const one = await rowsOf(flightRows);
    await emptyFlights();
    await emptyCoverage();
    const atOnce = await begunFlightRun(windows);
    await loadFlightBatch(worker(atOnce.runId), await batchOf(atOnce.runId));
    expect(await rowsOf(flightRows)).toEqual(one);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { findCollectionCoverage } from "@/lib/db/coverage/find-collection-coverage";
import { findCoverageTotals } from "@/lib/db/coverage/find-coverage-totals";
import { findSettledWindows } from "@/lib/db/coverage/find-settled-windows";
import { findUnsettled } from "@/lib/db/coverage/find-unsettled";
import { cancelRun } from "@/lib/db/runs/cancel-run";
import { DIRECTIONS } from "@/lib/model/coverage";
import { routeWindow } from "@/lib/sync/streams/flight-window";
import { testDatabase } from "../../servers/test-database";
import { emptyFlights, rowsOf, seen } from "../flights/flight-fixture";
import { begunFlightRun, board, collect, emptyCoverage, loadedAt } from "./flight-windows";

testDatabase();
beforeEach(async () => {
  await emptyFlights();
  await emptyCoverage();
});

/** Long after the day, and in the middle of it. */
const LATE = "2025-05-02T12:00";
const EARLY = "2025-05-01T05:00";
const HOURS = ["00", "04", "08", "12", "16", "20"];
const wholeDay = DIRECTIONS.flatMap((direction) => HOURS.map((hour) => board(hour, direction)));
const flight = (at = LATE) => seen({ at, stream: "flight-status" });

const states = () =>
  rowsOf(
    "SELECT scope, window_key, state, settled, fetched, message FROM coverage ORDER BY scope, window_key",
  );

describe("a window in the coverage ledger", () => {
  it("tells what was expected, fetched and asked, when, and of which run", async () => {
    const runId = await collect([board("04")], () => loadedAt({ at: LATE, records: [flight()] }));
    const [window] = await rowsOf("SELECT id FROM sync_windows");
    expect(await rowsOf("SELECT * FROM coverage")).toMatchObject([
      {
        stream: "flight-status",
        scope: "FRA/departures",
        window_key: "2025-05-01T04:00",
        place: "FRA",
        day: "2025-05-01",
        starts_at: new Date("2025-05-01T02:00:00Z"),
        ends_at: new Date("2025-05-01T06:00:00Z"),
        state: "complete",
        settled: 1,
        expected: 1,
        fetched: 1,
        calls: 1,
        observed_at: new Date(`${LATE}Z`),
        assumed: 0,
        message: null,
        run_id: runId,
        window_id: window?.id,
      },
    ]);
  });

  it("is settled six hours after its end, of schedules when its day begins", async () => {
    const first = routeWindow({
      departure: "FRA",
      arrival: "LHR",
      day: "2025-05-01",
      timeZone: "Europe/Berlin",
    });
    const settledAt = async (at: string, stream: "flight-status" | "schedules") => {
      await emptyCoverage();
      await collect([stream === "schedules" ? first : board("04")], () => loadedAt({ at }), stream);
      return (await states())[0]?.settled;
    };
    expect(await settledAt("2025-05-01T11:59", "flight-status")).toBe(0);
    expect(await settledAt("2025-05-01T12:00", "flight-status")).toBe(1);
    expect(await settledAt("2025-04-30T21:59", "schedules")).toBe(0);
    expect(await settledAt("2025-04-30T22:00", "schedules")).toBe(1);
  });

  it("is never settled by half an answer, by none that is served, or by a suspicious one", async () => {
    await collect([board("04")], () => loadedAt({ at: EARLY, records: [flight()] }));
    for (const state of ["suspect", "partial", "not_served"] as const) {
      await collect([board("04")], () => loadedAt({ at: LATE, state }));
      expect(await states()).toMatchObject([{ state, settled: 0 }]);
    }
  });

  it("keeps its newest answer when an older one comes late", async () => {
    await collect([board("04")], () => loadedAt({ at: LATE, records: [flight()] }));
    const before = await states();
    await collect([board("04")], () => loadedAt({ at: EARLY }));
    expect(await states()).toEqual(before);
    await collect([board("04")], () => loadedAt({ at: "2025-05-02T13:00" }));
    expect(await states()).toMatchObject([{ state: "empty", fetched: 0, settled: 1 }]);
  });

  it("keeps its answer when asking again fails, with what happened until the next answer", async () => {
    const outage = "The source was away.";
    await collect([board("04"), board("08")], ({ key }) =>
      key.endsWith("04:00") ? loadedAt({ at: LATE, records: [flight()] }) : outage,
    );
    expect(await states()).toMatchObject([
      { state: "complete", settled: 1, message: null },
      { state: "failed", settled: 0, message: outage },
    ]);
    await collect([board("04")], () => outage);
    expect((await states())[0]).toMatchObject({ state: "complete", message: outage });
    await collect([board("04")], () => loadedAt({ at: LATE, records: [flight()] }));
    expect((await states())[0]).toMatchObject({ state: "complete", message: null });
  });

  it("appears as cancelled where it never was answered", async () => {
    await collect([board("04")], () => loadedAt({ at: LATE }));
    await collect([board("08")], () => "The source was away.");
    const windows = [board("04"), board("08"), board("12")];
    const { ledger, runId } = await begunFlightRun(windows);
    await ledger.release(runId);
    await cancelRun(runId);
    expect((await states()).map(({ state }) => state)).toEqual(["empty", "failed", "cancelled"]);
  });
});

describe("a day without any flight", () => {
  it("is suspect when all of it was asked, and usual again when one window has flights", async () => {
    const [last, ...others] = wholeDay.toReversed();
    await collect(others, () => loadedAt({ at: LATE }));
    const before = await states();
    expect(new Set(before.map(({ state }) => state))).toEqual(new Set(["empty"]));
    await collect(last ? [last] : [], () => loadedAt({ at: LATE }));
    const silent = await states();
    expect(silent.map(({ state, settled }) => [state, settled])).toEqual(
      wholeDay.map(() => ["suspect", 0]),
    );
    await collect([board("08")], () => loadedAt({ at: LATE, records: [flight()] }));
    const flown = await states();
    expect(flown.filter(({ state }) => state === "empty")).toHaveLength(11);
    expect(flown.every(({ settled }) => settled === 1)).toBe(true);
  });

  it("leaves a window suspect that had flights before", async () => {
    await collect([board("04")], () => loadedAt({ at: EARLY, records: [flight()] }));
    await collect([board("04")], () => loadedAt({ at: LATE, state: "suspect" }));
    await collect([board("08")], () => loadedAt({ at: LATE, records: [flight()] }));
    expect((await states())[0]).toMatchObject({ state: "suspect", fetched: 1, settled: 0 });
  });
});

describe("what is collected", () => {
  const share = async (day = "2025-05-01") =>
    (await findCollectionCoverage({ stream: "flight-status", from: day, to: day })).map(
      (found) => found.share,
    );

  it("is the share of a local day that settled windows of both boards cover, at whatever hours", async () => {
    expect(await share()).toEqual([]);
    await collect([board("04"), board("08")], () => loadedAt({ at: LATE, records: [flight()] }));
    expect(await share()).toEqual([1 / 6]);
    await collect([board("12")], () => loadedAt({ at: "2025-05-01T11:00", records: [flight()] }));
    expect(await share()).toEqual([1 / 6]);
    await collect([board("22", "arrivals")], () => loadedAt({ at: LATE, records: [flight()] }));
    expect(await share()).toEqual([5 / 24]);
    expect(await share("2025-05-02")).toEqual([1 / 24]);
    await collect(wholeDay, () => loadedAt({ at: LATE, records: [flight()] }));
    expect(
      await findCollectionCoverage({
        stream: "flight-status",
        from: "2025-05-01",
        to: "2025-05-01",
      }),
    ).toEqual([
      { place: "FRA", day: "2025-05-01", windows: 13, settled: 13, share: 1, flights: 13 },
    ]);
    const wish = { stream: "flight-status", from: "2025-05-01", to: "2025-05-01" } as const;
    expect(await findCollectionCoverage({ ...wish, places: ["MUC"] })).toEqual([]);
  });

  it("is told by stream and state", async () => {
    await collect([board("04"), board("08"), board("12")], ({ key }) => {
      if (key.endsWith("04:00")) return loadedAt({ at: LATE, records: [flight()] });
      return key.endsWith("08:00") ? loadedAt({ at: EARLY }) : "The source was away.";
    });
    const total = { stream: "flight-status", windows: 1, calls: 1 };
    const all = [
      { ...total, state: "complete", settled: 1, fetched: 1 },
      { ...total, state: "empty", settled: 0, fetched: 0 },
      { ...total, state: "failed", settled: 0, fetched: 0 },
    ];
    expect(await findCoverageTotals()).toEqual(all);
    expect(await findCoverageTotals({ from: "2025-05-01", to: "2025-05-01" })).toEqual(all);
    expect(await findCoverageTotals({ from: "2025-05-02", to: "2025-05-09" })).toEqual([]);
  });

  it("says which windows are settled, and which are gaps and why", async () => {
    await collect([board("04"), board("08"), board("12")], ({ key }) => {
      if (key.endsWith("04:00")) return loadedAt({ at: LATE, records: [flight()] });
      return key.endsWith("08:00") ? loadedAt({ at: EARLY }) : "The source was away.";
    });
    const wish = { stream: "flight-status", scopes: ["FRA/departures"], to: "2025-05-01" } as const;
    expect(await findSettledWindows({ ...wish, from: "2025-05-01" })).toEqual(
      new Set(["FRA/departures 2025-05-01T04:00"]),
    );
    expect(await findSettledWindows({ ...wish, from: "2025-05-02", to: "2025-05-03" })).toEqual(
      new Set(),
    );
    const gaps = await findUnsettled("flight-status", wholeDay.slice(0, 4));
    expect(gaps.map(({ key, state, message }) => [key.slice(11), state, message])).toEqual([
      ["00:00", null, null],
      ["08:00", "empty", null],
      ["12:00", "failed", "The source was away."],
    ]);
    expect(gaps[1]?.observedAt).toEqual(new Date(`${EARLY}Z`));
  });
});

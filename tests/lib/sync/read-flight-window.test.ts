import { describe, expect, test } from "vitest";
import { boardWindow, routeWindow } from "@/lib/sync/streams/flight-window";
import {
  boardRow,
  journey,
  numbers,
  type PageAnswer,
  readWindowOf,
} from "../../fakes/flight-window";

const BERLIN = "Europe/Berlin";
const board = boardWindow({
  airport: "FRA",
  direction: "departures",
  start: "2030-05-01T08:00",
  timeZone: BERLIN,
});
const name = "FRA/departures 2030-05-01T08:00";
const route = routeWindow({
  departure: "FRA",
  arrival: "LHR",
  day: "2030-05-01",
  timeZone: BERLIN,
});

const pageOf = (all: readonly unknown[], offset: number): PageAnswer => {
  const rows = all.slice(offset, offset + 50);
  return rows.length > 0 ? { rows, totalCount: all.length } : 404;
};
const rowsOf = (count: number) => numbers(1, count).map(boardRow);
const journeysOf = (count: number) => numbers(1, count).map(journey);

describe("a board", () => {
  test("is read to its TotalCount, fifty rows a page from 0", async () => {
    const rows = rowsOf(120);
    const { loaded, offsets } = await readWindowOf("flight-status", board, (at) =>
      pageOf(rows, at),
    );
    expect(offsets).toEqual([0, 50, 100]);
    expect(loaded).toMatchObject({ state: "complete", expected: 120, fetched: 120, rejects: [] });
    const found = loaded.records.map(({ record }) => record.number);
    expect(found).toEqual(numbers(1, 120));
  });

  test("of exactly fifty rows, or of one, is one call", async () => {
    for (const count of [50, 1]) {
      const { loaded, offsets } = await readWindowOf("flight-information", board, () => ({
        rows: [boardRow(1), ...rowsOf(count).slice(1)].slice(0, count),
        totalCount: count,
      }));
      expect(offsets).toEqual([0]);
      expect(loaded).toMatchObject({ state: "complete", expected: count, fetched: count });
    }
  });

  test("tells of each flight when its own page was received, and of the window when the newest was", async () => {
    const rows = rowsOf(60);
    const { loaded } = await readWindowOf("flight-status", board, (at) => pageOf(rows, at));
    const first = new Date("2030-05-01T10:00:01Z");
    const second = new Date("2030-05-01T10:00:02Z");
    expect(loaded.records[0]?.record).toMatchObject({ observedAt: first, payloadId: "payload-1" });
    expect(loaded.records[59]?.record).toMatchObject({ observedAt: second, item: 9, window: name });
    expect(loaded.answered).toEqual({ startedAt: first, observedAt: second, assumed: false });
  });

  test("goes on where the source gives fewer rows a page than asked for", async () => {
    const rows = rowsOf(45);
    const { loaded, offsets } = await readWindowOf("flight-status", board, (at) => ({
      rows: rows.slice(at, at + 20),
      totalCount: 45,
    }));
    expect(offsets).toEqual([0, 20, 40]);
    expect(loaded).toMatchObject({ state: "complete", fetched: 45 });
  });

  test("counts rows that cannot be kept as rejects, and is complete all the same", async () => {
    const rows = [{ nothing: true }, ...rowsOf(51)];
    const { loaded } = await readWindowOf("flight-status", board, (at) => pageOf(rows, at));
    expect(loaded).toMatchObject({ state: "complete", expected: 52, fetched: 52 });
    expect([loaded.records.length, loaded.rejects.length]).toEqual([51, 1]);
  });

  test.each<[string, (at: number, call: number) => PageAnswer, object, number[]]>([
    [
      "whose list ends before its TotalCount",
      (at) => (at === 0 ? { rows: rowsOf(50), totalCount: 80 } : 404),
      { expected: 80, fetched: 50 },
      [0, 50, 50],
    ],
    [
      "whose length changed between two pages",
      (at) => ({
        rows: numbers(at + 1, at === 0 ? 50 : 29).map(boardRow),
        totalCount: at === 0 ? 80 : 79,
      }),
      { expected: 79, fetched: 79 },
      [0, 50],
    ],
    [
      "whose rows moved so that one came twice",
      (at) => ({
        rows: numbers(at === 0 ? 1 : 50, at === 0 ? 50 : 30).map(boardRow),
        totalCount: 80,
      }),
      { expected: 80, fetched: 80 },
      [0, 50],
    ],
    [
      "that answers the same page again and again",
      () => ({ rows: rowsOf(50), totalCount: 1000 }),
      { expected: 1000, fetched: 100 },
      [0, 50],
    ],
    [
      "that never ends",
      (at) => ({ rows: numbers(at + 1, 50).map(boardRow), totalCount: 1_000_000 }),
      { expected: 1_000_000, fetched: 2000 },
      numbers(0, 40).map((page) => page * 50),
    ],
    [
      "whose page is empty though rows are left",
      (at) => ({ rows: at === 0 ? rowsOf(50) : [], totalCount: 80 }),
      { expected: 80, fetched: 50 },
      [0, 50],
    ],
  ])("%s is partial", async (_what, answer, counts, asked) => {
    const { loaded, offsets } = await readWindowOf("flight-status", board, answer);
    expect(loaded).toMatchObject({ state: "partial", ...counts });
    expect(offsets).toEqual(asked);
  });

  test("a page that the backend fails on is thrown, to be tried again", async () => {
    const reading = readWindowOf("flight-status", board, (at) =>
      at === 0 ? { rows: rowsOf(50), totalCount: 80 } : 500,
    );
    await expect(reading).rejects.toMatchObject({ code: "upstream_unavailable" });
  });
});

describe("schedules, which never say how many there are", () => {
  test("end with a page that is not full", async () => {
    const rows = journeysOf(70);
    const { loaded, offsets } = await readWindowOf("schedules", route, (at) => pageOf(rows, at));
    expect(offsets).toEqual([0, 50]);
    expect(loaded).toMatchObject({ state: "complete", expected: null, fetched: 70 });
  });

  test("end with a 404 behind a full page, asked once more lest it be an accident", async () => {
    const rows = journeysOf(50);
    const { loaded, offsets } = await readWindowOf("schedules", route, (at) => pageOf(rows, at));
    expect(offsets).toEqual([0, 50, 50]);
    expect(loaded).toMatchObject({ state: "complete", fetched: 50 });
  });

  test("go on where that 404 was an accident", async () => {
    const rows = journeysOf(70);
    const { loaded } = await readWindowOf("schedules", route, (at, call) =>
      call === 2 ? 404 : pageOf(rows, at),
    );
    expect(loaded).toMatchObject({ state: "complete", fetched: 70 });
  });

  test("count journeys for paging and legs for flights", async () => {
    const connection = {
      Flight: [1, 2].map((leg) => (journey(leg) as { Flight: unknown }).Flight),
    };
    const { loaded, offsets } = await readWindowOf("schedules", route, () => ({
      rows: [connection, connection],
    }));
    expect(offsets).toEqual([0]);
    expect(loaded).toMatchObject({ state: "complete", fetched: 4 });
  });

  test("may tell on a later page of nothing but legs of journeys before", async () => {
    const page = journeysOf(50);
    const connection = (from: number, to: number) => ({
      Flight: [from, to].map((leg) => (journey(leg) as { Flight: unknown }).Flight),
    });
    const { loaded, offsets } = await readWindowOf("schedules", route, (at) => ({
      rows: at === 0 ? page : [connection(1, 2), connection(3, 4)],
    }));
    expect(offsets).toEqual([0, 50]);
    expect(loaded).toMatchObject({ state: "complete", fetched: 54 });
  });

  test("may repeat a flight, but not a whole page", async () => {
    const page = journeysOf(50);
    const repeated = await readWindowOf("schedules", route, () => ({ rows: page }));
    expect(repeated.loaded).toMatchObject({ state: "partial", fetched: 100 });
    const { loaded } = await readWindowOf("schedules", route, (at) => ({
      rows: at === 0 ? page : [journey(1), journey(99)],
    }));
    expect(loaded).toMatchObject({ state: "complete", fetched: 52 });
  });
});

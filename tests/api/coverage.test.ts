import { beforeAll, describe, expect, it } from "vitest";
import * as gaps from "@/app/api/coverage/gaps/route";
import * as days from "@/app/api/coverage/route";
import * as totals from "@/app/api/coverage/totals/route";
import * as windows from "@/app/api/coverage/windows/route";
import type { CoverageDay, CoverageGaps, CoverageWindow } from "@/lib/contract/coverage";
import { execute } from "@/lib/db/execute";
import type { Route } from "@/lib/http/serve-with";
import { testDatabase } from "@/tests/servers/test-database";
import { signedInPeople } from "./fixtures/people";
import { dayFromNow, RUN, storeCoverage } from "./fixtures/stored-coverage";

testDatabase();
const people = signedInPeople();

/** Settled by now, and still served; then a day that is not served any more. */
const DAY = dayFromNow(-2);
const PAST = dayFromNow(-20);
const STARTS = ["00:00", "04:00", "08:00", "12:00", "16:00", "20:00"];

beforeAll(async () => {
  await execute("DELETE FROM tracked_airports WHERE airport_code <> 'FRA'");
  await storeCoverage([
    ...STARTS.map((time) => ({ scope: "FRA/departures", key: `${DAY}T${time}` })),
    { scope: "FRA/arrivals", key: `${DAY}T00:00`, windowId: 5, calls: 2, fetched: 60 },
    {
      scope: "FRA/arrivals",
      key: `${DAY}T04:00`,
      state: "failed",
      settled: false,
      fetched: 0,
      message: "It failed.",
    },
    // A recording whose windows begin two hours later than ours.
    { scope: "FRA/departures", key: `${PAST}T02:00` },
    { scope: "FRA/departures", key: `${PAST}T06:00` },
    { stream: "schedules", scope: "FRA-LHR", key: DAY },
  ]);
  await execute(
    `INSERT INTO sync_runs (id, stream, scope, run_trigger, status, created_at)
     VALUES (?, 'flight-status', 'flights tracked live', 'schedule', 'complete', ?)`,
    [RUN, new Date()],
  );
  await execute(
    `INSERT INTO sync_windows (id, run_id, stream, scope, window_key, position, plan, state)
     VALUES (5, ?, 'flight-status', 'FRA/arrivals', 'x', 0, '{}', 'complete')`,
    [RUN],
  );
  await execute(
    `INSERT INTO window_payloads (payload_id, window_id, store, status, hash, noted_at) VALUES
     ('b', 5, 'mysql', 200, '', '2030-01-01 00:00:01'), ('a', 5, 'mysql', 200, '', '2030-01-01 00:00:00')`,
  );
});

const ask = (route: Route, search: string, who: keyof typeof people = "viewer") =>
  people[who].call(route, `/api/coverage?${search}`);

it.each<[string, Route]>([
  [`stream=flight-status&from=${DAY}&to=${DAY}`, days.GET],
  [`from=${DAY}&to=${DAY}`, totals.GET],
  [`place=FRA&day=${DAY}`, windows.GET],
  [`stream=flight-status&from=${DAY}&to=${DAY}`, gaps.GET],
])("?%s is for people who are signed in", async (search, route) => {
  expect((await ask(route, search, "nobody")).status).toBe(401);
  expect((await ask(route, search)).status).toBe(200);
});

it("GET /api/coverage shows how much of a day is settled", async () => {
  const search = `stream=flight-status&from=${DAY}&to=${DAY}`;
  const shown: CoverageDay[] = await (await ask(days.GET, `${search}&place=fra`)).json();
  expect(shown).toEqual([
    { place: "FRA", day: DAY, windows: 8, settled: 7, share: 7 / 12, flights: 120 },
  ]);
  expect(await (await ask(days.GET, `${search}&place=MUC`)).json()).toEqual([]);
});

it("GET /api/coverage/totals counts windows by stream and state", async () => {
  expect(await (await ask(totals.GET, `from=${DAY}&to=${DAY}`)).json()).toMatchObject([
    { stream: "flight-status", state: "complete", windows: 7, settled: 7, fetched: 120, calls: 8 },
    { stream: "flight-status", state: "failed", windows: 1, settled: 0 },
    { stream: "schedules", state: "complete", windows: 1 },
  ]);
});

it("GET /api/coverage/windows shows each with the answers that it is made of", async () => {
  const shown: CoverageWindow[] = await (
    await ask(windows.GET, `place=FRA&day=${DAY}&stream=flight-status`)
  ).json();
  expect(shown).toHaveLength(8);
  expect(shown[0]).toMatchObject({
    scope: "FRA/arrivals",
    key: `${DAY}T00:00`,
    settled: true,
    calls: 2,
    run_id: RUN,
    payload_ids: ["a", "b"],
  });
  expect(shown[1]).toMatchObject({ state: "failed", message: "It failed.", observed_at: null });
  expect(await (await ask(windows.GET, `place=FRA-LHR&day=${DAY}`)).json()).toHaveLength(1);
});

describe("GET /api/coverage/gaps", () => {
  const gapsOf = async (search: string): Promise<CoverageGaps> =>
    (await ask(gaps.GET, search)).json();

  it("names what could be settled and is not, and that it is still served", async () => {
    const found = await gapsOf(`stream=flight-status&from=${DAY}&to=${DAY}`);
    expect(found).toMatchObject({ windows: 12, settled: 7, gaps: 5, served: 5 });
    expect(found.items.map(({ key }) => key)).toEqual(
      STARTS.slice(1).map((time) => `${DAY}T${time}`),
    );
    expect(found.items[0]).toMatchObject({ state: "failed", is_served: true });
    expect(found.items[1]).toMatchObject({ state: null, message: null });
  });

  it("leaves out what windows of other hours cover, and says what is not served any more", async () => {
    const found = await gapsOf(`stream=flight-status&from=${PAST}&to=${PAST}`);
    // Of 00:00 to 12:00 the hours from 02:00 to 10:00 are covered: only the window of 04:00 is whole.
    expect(found).toMatchObject({ windows: 12, settled: 1, gaps: 11, served: 0 });
    expect(found.items[0]).toMatchObject({ is_served: false, state: null });
  });

  it("counts nothing that is still to come", async () => {
    const [from, to] = [dayFromNow(2), dayFromNow(3)];
    expect(await gapsOf(`stream=flight-status&from=${from}&to=${to}`)).toMatchObject({
      windows: 0,
      gaps: 0,
    });
  });

  it("is in the order of time, whatever the place", async () => {
    const found = await gapsOf(`stream=schedules&from=${PAST}&to=${dayFromNow(-19)}`);
    const days = found.items.map(({ day }) => day);
    expect(new Set(days).size).toBe(2);
    expect(days).toEqual(days.toSorted());
  });

  it("is of one place where one is named, tracked or not", async () => {
    const found = await gapsOf(`stream=schedules&place=VIE-FRA&from=${DAY}&to=${DAY}`);
    expect(found.items).toMatchObject([{ scope: "VIE-FRA", key: DAY, is_served: false }]);
  });
});

it.each<[string, Route, string]>([
  ["from=2030-05-01&to=2030-05-02", days.GET, "query.stream"],
  ["stream=airports&from=2030-05-01&to=2030-05-02", days.GET, "query.stream"],
  ["stream=schedules&from=2030-05-02&to=2030-05-01", days.GET, "query.to"],
  ["stream=schedules&from=2030-01-01&to=2030-12-01", days.GET, "query.to"],
  ["stream=schedules&from=2030-05-01", gaps.GET, "query.to"],
  ["stream=schedules&from=2030-05-01&to=2030-05-02&place=F", gaps.GET, "query.place"],
  ["stream=schedules&from=2030-05-01&to=2030-05-02&place=FRA-FRA", gaps.GET, "query.place"],
  ["stream=schedules&from=2030-05-01&to=2030-05-02&place=FRA", gaps.GET, "query.place"],
  ["stream=schedules&from=2030-05-01&to=2030-05-02&place=QQQ-JFK", gaps.GET, "query.place"],
  ["place=FRA&day=today", windows.GET, "query.day"],
  ["from=2030-05-01&to=2030-13-01", totals.GET, "query.to"],
])("?%s is refused by name", async (search, route, name) => {
  const response = await ask(route, search);
  expect(response.status).toBe(400);
  expect((await response.json()).invalid_params).toMatchObject([{ name }]);
});

import { beforeEach, describe, expect, it } from "vitest";
import * as start from "@/app/api/sync/flights/route";
import * as runs from "@/app/api/sync/runs/route";
import type { FlightSyncStarted, Run } from "@/lib/contract/sync";
import { execute } from "@/lib/db/execute";
import { testDatabase } from "@/tests/servers/test-database";
import { signedInPeople } from "./fixtures/people";
import { dayFromNow } from "./fixtures/stored-coverage";

testDatabase();
const people = signedInPeople();

beforeEach(async () => {
  await execute("DELETE FROM sync_runs");
});

const post = (search: string, who: keyof typeof people = "operator") =>
  people[who].call(start.POST, `/api/sync/flights?${search}`, { method: "POST" });
const listed = async (): Promise<Run[]> =>
  (await people.viewer.call(runs.GET, "/api/sync/runs")).json();

describe("POST /api/sync/flights", () => {
  it("asks for schedules and status of one route and day, once", async () => {
    const today = dayFromNow(0);
    const response = await post(`departure=fra&arrival=LHR&date=${today}`);
    expect(response.status).toBe(202);
    const started: FlightSyncStarted = await response.json();
    expect(started.count).toBeNull();
    expect(started.run_id).toBe(started.run_ids[0]);
    const scope = `flights FRA-LHR ${today}..${today} again`;
    expect(
      (await listed()).toSorted((one, other) => (one.stream < other.stream ? 1 : -1)),
    ).toMatchObject([
      { id: started.run_ids[0], stream: "schedules", scope, task: "collect", trigger: "person" },
      { id: started.run_ids[1], stream: "flight-status", scope, priority: 100 },
    ]);
    const again = await post(`departure=FRA&arrival=LHR&date=${today}`);
    expect((await again.json()).run_ids).toEqual(started.run_ids);
  });

  it.each([
    ["yesterday", -1, "flight-status", "schedules are not asked"],
    ["next month", 30, "schedules", "status is not asked"],
  ])("of %s asks for what is served, and says what is not", async (_, days, stream, words) => {
    const response = await post(`departure=FRA&arrival=LHR&date=${dayFromNow(days)}`);
    expect(response.status).toBe(202);
    expect((await response.json()).message).toContain(words);
    expect((await listed()).map((run) => run.stream)).toEqual([stream]);
  });

  it.each([
    ["departure=FRA&arrival=LHR&date=2020-05-01", "query.date"],
    ["departure=FRA&arrival=LHR&date=2099-05-01", "query.date"],
    ["departure=FRA&arrival=LHR&date=2030-02-30", "query.date"],
    ["departure=FRA&arrival=LHR", "query.date"],
    [`departure=FRA&arrival=FRA&date=${dayFromNow(0)}`, "query.arrival"],
    [`departure=QQQ&arrival=LHR&date=${dayFromNow(0)}`, "query.departure"],
    [`departure=FRA&arrival=L&date=${dayFromNow(0)}`, "query.arrival"],
    [`departure=FRA&arrival=LHR&date=${dayFromNow(0)}&stream=schedules`, "query.stream"],
  ])("?%s is refused by name, and starts nothing", async (search, name) => {
    const response = await post(search);
    expect(response.status).toBe(400);
    expect((await response.json()).invalid_params).toMatchObject([{ name }]);
    expect(await listed()).toEqual([]);
  });

  it("says which days are served where it refuses one", async () => {
    const { detail } = await (await post("departure=FRA&arrival=LHR&date=2020-05-01")).json();
    expect(detail).toContain(`schedules from ${dayFromNow(0)} to ${dayFromNow(360)}`);
    expect(detail).toContain(`status from ${dayFromNow(-3)} to ${dayFromNow(5)}`);
  });

  it.each([
    ["nobody", 401],
    ["viewer", 403],
  ] as const)("is not for %s", async (who, status) => {
    const search = `departure=FRA&arrival=LHR&date=${dayFromNow(0)}`;
    expect((await post(search, who)).status).toBe(status);
    expect(await listed()).toEqual([]);
  });
});

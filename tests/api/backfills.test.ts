import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as preview from "@/app/api/backfills/preview/route";
import * as start from "@/app/api/backfills/route";
import * as cancel from "@/app/api/sync/runs/[id]/cancel/route";
import * as pause from "@/app/api/sync/runs/[id]/pause/route";
import * as resume from "@/app/api/sync/runs/[id]/resume/route";
import * as run from "@/app/api/sync/runs/[id]/route";
import * as runs from "@/app/api/sync/runs/route";
import type { BackfillPreview } from "@/lib/contract/backfills";
import { execute } from "@/lib/db/execute";
import { overrideEnv } from "@/lib/env";
import type { Route } from "@/lib/http/serve-with";
import { testDatabase } from "@/tests/servers/test-database";
import { json, signedInPeople } from "./fixtures/people";
import { dayFromNow, storeCoverage } from "./fixtures/stored-coverage";

testDatabase();
const people = signedInPeople();
type Who = keyof typeof people;

beforeAll(async () => {
  overrideEnv({
    LUFTHANSA_CLIENT_ID: "nobody",
    LUFTHANSA_CLIENT_SECRET: "never asked",
    LUFTHANSA_CALLS_PER_HOUR: 100,
    LUFTHANSA_CALLS_PER_SECOND: 5,
    LIVE_STATUS_MINUTES: 15,
    LIVE_QUOTA_SHARE: 0.5,
  });
  await storeCoverage([
    { scope: "FRA/departures", key: `${dayFromNow(-2)}T00:00`, calls: 3 },
    { scope: "FRA/arrivals", key: `${dayFromNow(-2)}T00:00`, calls: 1 },
  ]);
});

const post = (route: Route, body: unknown, who: Who = "operator") =>
  people[who].call(route, "/api/backfills", json("POST", body));
const change = (route: Route, id: string, who: Who = "operator") =>
  people[who].call(route, "/", { method: "POST", params: { id } });
const show = async (id: string) =>
  (await people.viewer.call(run.GET, "/", { params: { id } })).json();
const countRuns = async () =>
  Number((await people.viewer.call(runs.GET, "/api/sync/runs")).headers.get("x-total-count"));

const FRANKFURT = {
  stream: "flight-status",
  of: ["FRA"],
  from: dayFromNow(-2),
  to: dayFromNow(-2),
};

describe("POST /api/backfills/preview", () => {
  const foresee = async (wish: object): Promise<BackfillPreview> => {
    const response = await post(preview.POST, wish);
    expect(response.status).toBe(200);
    return response.json();
  };

  it("counts what would be asked, what is settled, and the calls by what windows took", async () => {
    expect(await foresee(FRANKFURT)).toMatchObject({
      mode: "missing",
      windows: 10,
      already_settled: 2,
      not_served_any_more: 0,
      calls: 20,
      calls_are_estimate: false,
      changes: null,
    });
    expect((await foresee(FRANKFURT)).message).toContain("that is not settled will be asked");
    const again = await foresee({ ...FRANKFURT, mode: "again" });
    expect(again.message).toBe("Every window of these days will be asked.");
    expect(again).toMatchObject({ windows: 12, already_settled: 0, calls: 24 });
  });

  it("says which days are not served any more, and which are not yet", async () => {
    const wish = { ...FRANKFURT, from: dayFromNow(-5), to: dayFromNow(7) };
    const found = await foresee(wish);
    expect(found).toMatchObject({
      windows: 9 * 12 - 2,
      not_served_any_more: 24,
      not_served_yet: 24,
    });
    expect(found.message).toContain("24 windows before the days that the source still serves");
  });

  it("tells the time with the calls that are left, over hours where one does not do", async () => {
    const few = await foresee(FRANKFURT);
    expect(few.seconds).toBeGreaterThanOrEqual(4);
    // 216 calls of 95 an hour (a twentieth is left for people) need two more clock hours.
    const wish = { ...FRANKFURT, from: dayFromNow(-3), to: dayFromNow(5), mode: "again" };
    const many = await foresee(wish);
    expect(many.calls).toBe(216);
    expect(many.seconds).toBeGreaterThan(3600);
    expect(many.seconds).toBeLessThan(2 * 3600 + 60);
  });

  it("of all that is tracked asks for each airport, one call a window where nothing tells", async () => {
    const { of: _, ...tracked } = FRANKFURT;
    expect(await foresee(tracked)).toMatchObject({ windows: 5 * 12 - 2, calls_are_estimate: true });
    const schedules = { stream: "schedules", from: dayFromNow(0), to: dayFromNow(3) };
    expect((await foresee(schedules)).windows).toBeGreaterThanOrEqual(5 * 3);
  });

  it("of raw looks at kept answers alone", async () => {
    const raw = { stream: "schedules", from: "2020-01-01", to: "2020-01-31", mode: "raw" };
    expect(await foresee(raw)).toMatchObject({
      windows: 0,
      calls: 0,
      changes: { answers: 0, added: 0, changed: 0, removed: 0, fields: {} },
    });
  });
});

const REFUSED: [object, string][] = [
  [{ ...FRANKFURT, stream: "airports" }, "body.stream"],
  [{ ...FRANKFURT, from: dayFromNow(1), to: dayFromNow(0) }, "body.to"],
  [{ ...FRANKFURT, from: "2020-01-01", to: "2022-01-01" }, "body.to"],
  [{ ...FRANKFURT, to: undefined }, "body.to"],
  [{ ...FRANKFURT, of: ["FRANKFURT"] }, "body.of"],
  [{ ...FRANKFURT, of: [] }, "body.of"],
  [{ ...FRANKFURT, of: ["QQQ"] }, "body.of"],
  [{ ...FRANKFURT, of: ["FRA-FRA"] }, "body.of"],
  [{ ...FRANKFURT, of: "FRA" }, "body.of"],
  [{ ...FRANKFURT, stream: "schedules" }, "body.of"],
  [{ ...FRANKFURT, mode: "raw" }, "body.of"],
  [{ ...FRANKFURT, mode: "live" }, "body.mode"],
  [{ ...FRANKFURT, priority: 1 }, "body.priority"],
];

it.each(REFUSED)("the wish %o is refused by name, and starts nothing", async (wish, name) => {
  for (const route of [preview.POST, start.POST]) {
    const response = await post(route, wish);
    expect(response.status).toBe(400);
    const { invalid_params } = await response.json();
    expect(invalid_params[0].name).toContain(name);
  }
  expect(await countRuns()).toBe(0);
});

it("days that the source serves no longer are said so, and start nothing", async () => {
  const past = { ...FRANKFURT, from: "2020-05-01", to: "2020-05-01" };
  const response = await post(start.POST, past);
  expect(response.status).toBe(400);
  expect((await response.json()).detail).toContain("before the days that the source still serves");
  expect(await countRuns()).toBe(0);
});

it("where nothing is followed, that is said and nothing is started", async () => {
  const { of: _, ...tracked } = { ...FRANKFURT, stream: "flight-information" };
  const response = await post(start.POST, tracked);
  expect(response.status).toBe(400);
  const { detail, invalid_params } = await response.json();
  expect(detail).toContain("Nothing is followed here");
  expect(invalid_params).toMatchObject([{ name: "body.of" }]);
});

it("what is missing is said to be missing: a field, or the whole body", async () => {
  const { to: _, ...wish } = FRANKFURT;
  const sent = await (await post(start.POST, wish)).json();
  expect(sent.invalid_params).toEqual([{ name: "body.to", reason: "is missing" }]);
  const nothing = await people.operator.call(start.POST, "/", { method: "POST" });
  expect((await nothing.json()).invalid_params).toEqual([{ name: "body", reason: "is missing" }]);
});

describe("a backfill", () => {
  beforeEach(async () => {
    await execute("DELETE FROM sync_runs");
  });

  it.each([
    ["nobody", 401],
    ["viewer", 403],
  ] as const)("is not for %s", async (who, status) => {
    expect((await post(preview.POST, FRANKFURT, who)).status).toBe(status);
    expect((await post(start.POST, FRANKFURT, who)).status).toBe(status);
    expect(await countRuns()).toBe(0);
  });

  it("is a run after all other work, once for the same wish", async () => {
    const response = await post(start.POST, FRANKFURT);
    expect(response.status).toBe(202);
    const { run_id } = await response.json();
    expect(await show(run_id)).toMatchObject({
      stream: "flight-status",
      scope: `flights FRA ${FRANKFURT.from}..${FRANKFURT.to} missing`,
      task: "backfill",
      priority: 200,
      status: "queued",
      requested_by: "operator@example.org",
      windows_per_minute: null,
    });
    expect((await (await post(start.POST, FRANKFURT)).json()).run_id).toBe(run_id);
    const again = await post(start.POST, { ...FRANKFURT, mode: "again" });
    expect((await again.json()).run_id).not.toBe(run_id);
  });

  it("rests and goes on as told, and ends when cancelled", async () => {
    const { run_id } = await (await post(start.POST, FRANKFURT)).json();
    expect((await change(pause.POST, run_id, "viewer")).status).toBe(403);
    expect((await (await change(pause.POST, run_id)).json()).paused_at).not.toBeNull();
    expect((await (await change(resume.POST, run_id)).json()).paused_at).toBeNull();
    await change(pause.POST, run_id);
    const cancelled = await change(cancel.POST, run_id);
    expect(await cancelled.json()).toMatchObject({ status: "cancelled" });
    for (const route of [pause.POST, resume.POST]) {
      expect((await change(route, run_id)).status).toBe(409);
      expect((await change(route, "018f0000-0000-7000-8000-00000000000f")).status).toBe(404);
    }
  });

  it("is not the building anew of the same days", async () => {
    const days = { stream: "flight-status", from: dayFromNow(-1), to: dayFromNow(-1) };
    const asked = await (await post(start.POST, { ...days, mode: "again" })).json();
    const built = await (await post(start.POST, { ...days, mode: "raw" })).json();
    expect(built.run_id).not.toBe(asked.run_id);
    expect((await show(asked.run_id)).scope).toBe((await show(built.run_id)).scope);
  });

  it("of raw builds rows anew, of any day", async () => {
    const raw = { stream: "flight-information", from: "2024-01-01", to: "2024-12-31", mode: "raw" };
    const response = await post(start.POST, raw);
    expect(response.status).toBe(202);
    expect(await show((await response.json()).run_id)).toMatchObject({
      task: "normalize",
      scope: "flights tracked 2024-01-01..2024-12-31 again",
    });
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import * as airport from "@/app/api/tracked/airports/[code]/route";
import * as all from "@/app/api/tracked/route";
import * as route from "@/app/api/tracked/routes/[departure]/[arrival]/route";
import type { Tracked } from "@/lib/contract/tracked";
import { addMissing } from "@/lib/db/add-missing";
import { execute } from "@/lib/db/execute";
import { overrideEnv } from "@/lib/env";
import type { Route } from "@/lib/http/serve-with";
import { DEFAULT_AIRPORTS, DEFAULT_ROUTES } from "@/lib/model/tracked";
import { testDatabase } from "@/tests/servers/test-database";
import { json, signedInPeople } from "./fixtures/people";

testDatabase();
const people = signedInPeople();
type Who = keyof typeof people;

beforeAll(async () => {
  overrideEnv({
    LUFTHANSA_CLIENT_ID: "nobody",
    LUFTHANSA_CLIENT_SECRET: "never asked",
    LUFTHANSA_CALLS_PER_HOUR: 100,
    SCHEDULES_HORIZON_DAYS: 7,
    LIVE_STATUS_MINUTES: 30,
    LIVE_QUOTA_SHARE: 0.5,
  });
  await addMissing(
    "airports",
    [
      {
        code: "XQT",
        name: "A Railway Station",
        cityCode: null,
        countryCode: "DE",
        locationType: "rail_station",
        latitude: null,
        longitude: null,
        utcOffsetMinutes: 60,
        timeZone: "Europe/Berlin",
        timeZoneBasis: "sent",
      },
    ],
    "sample",
  );
});

const look = async (who: Who = "viewer") => people[who].call(all.GET, "/api/tracked");
const changeRoute = (
  method: "PUT" | "DELETE",
  [departure, arrival]: [string, string],
  who: Who = "operator",
) =>
  people[who].call(method === "PUT" ? route.PUT : route.DELETE, "/api/tracked/routes", {
    method,
    params: { departure, arrival },
  });
const changeAirport = (handler: Route, code: string, init: RequestInit, who: Who = "operator") =>
  people[who].call(handler, "/api/tracked/airports", { ...init, params: { code } });

const routesOf = ({ routes }: Tracked) => routes.map((it) => `${it.departure}-${it.arrival}`);
const airportOf = (tracked: Tracked, code: string) =>
  tracked.airports.find(({ airport_code }) => airport_code === code);

describe("GET /api/tracked", () => {
  it("begins with the default routes, their airports, and what they cost", async () => {
    const tracked: Tracked = await (await look()).json();
    expect(routesOf(tracked).toSorted()).toEqual(
      DEFAULT_ROUTES.map((it) => `${it.departure}-${it.arrival}`).toSorted(),
    );
    expect(tracked.airports.map((it) => it.airport_code)).toEqual(DEFAULT_AIRPORTS);
    expect(tracked.routes[0]?.forecast).toEqual({
      calls_a_day: 8,
      live_calls_a_day: 0,
      calls_per_window: 1,
      is_estimate: true,
    });
    // Twelve windows settled, and four windows every half hour.
    expect(airportOf(tracked, "FRA")?.forecast).toMatchObject({
      calls_a_day: 12 + 48 * 4,
      live_calls_a_day: 48 * 4,
    });
    // Five routes and five airports; live rounds of 960 calls stay within half of 2,400.
    expect(tracked.total).toEqual({
      calls_a_day: 5 * 8 + 5 * 12 + 960,
      live_calls_a_day: 960,
      quota_a_day: 2400,
      share: 1060 / 2400,
      is_estimate: true,
    });
  });

  it("counts the pages that windows took lately", async () => {
    const day = new Date().toISOString().slice(0, 10);
    await execute(
      `INSERT INTO coverage (stream, scope, window_key, place, day, starts_at, ends_at, state, calls, run_id, window_id, updated_at) VALUES
       ('flight-status', 'FRA/departures', ?, 'FRA', ?, ?, ?, 'complete', 4, '', 1, ?),
       ('flight-status', 'FRA/arrivals', ?, 'FRA', ?, ?, ?, 'complete', 2, '', 2, ?),
       ('flight-status', 'FRA/arrivals', 'x', 'FRA', ?, ?, ?, 'failed', 9, '', 3, ?)`,
      [day, day, day, day, day, day, day, day, day, day, day, day, day, day],
    );
    const tracked: Tracked = await (await look()).json();
    expect(airportOf(tracked, "FRA")?.forecast).toEqual({
      calls_a_day: 3 * (12 + 48 * 4),
      live_calls_a_day: 3 * 48 * 4,
      calls_per_window: 3,
      is_estimate: false,
    });
    expect(tracked.total.live_calls_a_day).toBe(1200);
  });
});

describe("editing what is followed", () => {
  it.each([
    ["nobody", 401],
    ["viewer", 403],
  ] as const)("is refused to %s, and changes nothing", async (who, status) => {
    const before = await (await look()).json();
    const flags = json("PUT", { flight_information: true });
    for (const response of [
      await changeRoute("PUT", ["FRA", "MUC"], who),
      await changeRoute("DELETE", ["FRA", "LHR"], who),
      await changeAirport(airport.PUT, "FRA", flags, who),
      await changeAirport(airport.DELETE, "FRA", { method: "DELETE" }, who),
    ]) {
      expect(response.status).toBe(status);
    }
    expect(await (await look()).json()).toEqual(before);
    expect((await look("nobody")).status).toBe(401);
  });

  it("a route brings its airports, and leaves them when it goes", async () => {
    const added = await changeRoute("PUT", ["vie", "xqt"]);
    expect(added.status).toBe(200);
    const tracked: Tracked = await added.json();
    expect(routesOf(tracked)).toContain("VIE-XQT");
    expect(tracked.routes.find((it) => it.departure === "VIE")?.created_by).toBe(
      "operator@example.org",
    );
    expect(airportOf(tracked, "VIE")).toMatchObject({
      flight_status: true,
      flight_information: false,
    });
    const again = await changeRoute("PUT", ["VIE", "XQT"]);
    expect(routesOf(await again.json())).toEqual(routesOf(tracked));

    const after: Tracked = await (await changeRoute("DELETE", ["VIE", "XQT"])).json();
    expect(routesOf(after)).not.toContain("VIE-XQT");
    expect(airportOf(after, "XQT")).toBeDefined();
    expect((await changeRoute("DELETE", ["VIE", "XQT"])).status).toBe(404);
  });

  it("an airport keeps the boards that were chosen, also when a route comes", async () => {
    const chosen = json("PUT", { flight_status: false, flight_information: true });
    await changeAirport(airport.PUT, "ZRH", chosen);
    const tracked: Tracked = await (await changeRoute("PUT", ["ZRH", "VIE"])).json();
    expect(airportOf(tracked, "ZRH")).toMatchObject({
      flight_status: false,
      flight_information: true,
      forecast: { live_calls_a_day: 48 * 4 },
    });
    await changeAirport(airport.PUT, "ZRH", json("PUT", { flight_status: false }));
    const off: Tracked = await (await look()).json();
    expect(airportOf(off, "ZRH")?.forecast.calls_a_day).toBe(0);
    const removed = await changeAirport(airport.DELETE, "ZRH", { method: "DELETE" });
    expect(airportOf(await removed.json(), "ZRH")).toBeUndefined();
    expect((await changeAirport(airport.DELETE, "ZRH", { method: "DELETE" })).status).toBe(404);
  });

  it.each<[string, [string, string], number, string[]]>([
    ["an unknown airport", ["FRA", "QQQ"], 404, ["path.arrival"]],
    ["two unknown airports", ["QQX", "QQQ"], 404, ["path.departure", "path.arrival"]],
    ["no airport code", ["FRANKFURT", "LHR"], 400, ["path.departure"]],
    ["a way from an airport to itself", ["FRA", "FRA"], 400, ["path.arrival"]],
  ])("a route with %s is refused", async (_, ends, status, names) => {
    const before = await (await look()).json();
    const response = await changeRoute("PUT", ends);
    expect(response.status).toBe(status);
    const { invalid_params } = await response.json();
    expect(invalid_params.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(await (await look()).json()).toEqual(before);
  });

  it.each([
    ["QQQ", {}, 404, "path.code"],
    ["FRA", { flight_status: "yes" }, 400, "body.flight_status"],
    ["FRA", { schedules: true }, 400, "body.schedules"],
  ])("the airport %s with %o is refused", async (code, body, status, name) => {
    const response = await changeAirport(airport.PUT, code, json("PUT", body));
    expect(response.status).toBe(status);
    expect((await response.json()).invalid_params).toMatchObject([{ name }]);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import * as one from "@/app/api/airports/[code]/route";
import * as positions from "@/app/api/airports/positions/route";
import * as list from "@/app/api/airports/route";
import { getAirport, listAirportPositions, listAirports } from "@/lib/contract/airports";
import { callApi, callPage } from "@/lib/contract/call-api";
import { addMissing } from "@/lib/db/add-missing";
import { claimOrigin } from "@/lib/db/origin";
import type { Route } from "@/lib/http/serve-with";
import type { AirportRecord } from "@/lib/model/airport";
import { testDatabase } from "@/tests/servers/test-database";

testDatabase();

const airport = (code: string, countryCode: string, more: Partial<AirportRecord> = {}) => ({
  code,
  name: `${code} Airport`,
  cityCode: code,
  countryCode,
  locationType: "airport" as const,
  latitude: 50,
  longitude: 8.5,
  utcOffsetMinutes: 60,
  timeZone: "Europe/Berlin",
  timeZoneBasis: "sent" as const,
  ...more,
});

beforeAll(async () => {
  await claimOrigin({ kind: "replay", id: "replay" });
  await addMissing(
    "airports",
    [
      airport("FRA", "DE", {
        name: "Frankfurt/Main International",
        latitude: 50.0331,
        longitude: 8.5706,
      }),
      airport("MUC", "DE"),
      airport("HAM", "DE"),
      airport("CDG", "FR"),
      airport("XEO", "DE", { latitude: null, longitude: null }),
    ],
    "sample",
  );
});

const ask = (route: Route, path: string, params: Record<string, string> = {}, headers = {}) =>
  route(new Request(`http://localhost${path}`, { headers }), { params: Promise.resolve(params) });

/** The typed client, wired straight to the routes. */
const toRoutes: typeof fetch = async (input, init) => {
  const url = new URL(String(input), "http://localhost");
  const code = /^\/api\/airports\/(\w{3})$/.exec(url.pathname)?.[1];
  const request = new Request(url, init);
  if (code) return one.GET(request, { params: Promise.resolve({ code }) });
  const route = url.pathname.endsWith("/positions") ? positions.GET : list.GET;
  return route(request, { params: Promise.resolve({}) });
};

describe("GET /api/airports", () => {
  it("counts all that match, whatever the page holds", async () => {
    const response = await ask(list.GET, "/api/airports?country_code=de&limit=2");
    expect(response.status).toBe(200);
    expect(response.headers.get("x-total-count")).toBe("4");
    expect(response.headers.get("x-data-origin")).toBe("replay");
    const codes = (await response.json()).map((row: { airport_code: string }) => row.airport_code);
    expect(codes).toEqual(["FRA", "HAM"]);
  });

  it("is walked by cursor without a row lost or seen twice", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, sort: "-airport_code" as const, ...(cursor ? { cursor } : {}) };
      const page = await callPage(listAirports, { query }, { fetch: toRoutes });
      expect(page.total).toBe(5);
      seen.push(...page.items.map((row) => row.airport_code));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(["XEO", "MUC", "HAM", "FRA", "CDG"]);
  });

  it.each([
    ["?has_position=false", ["XEO"]],
    ["?has_position=true&country_code=DE", ["FRA", "HAM", "MUC"]],
    ["?continent=eu", ["CDG"]],
    ["?city_code=muc", ["MUC"]],
    ["?time_zone=Europe/Paris", []],
    ["?source=sample&limit=1", ["CDG"]],
    ["?source=manual", []],
    ["?q=frankfurt", ["FRA"]],
  ])("%s", async (search, expected) => {
    await addMissing("countries", [{ code: "FR", name: "France", continent: "EU" }], "sample");
    const rows: { airport_code: string }[] = await (
      await ask(list.GET, `/api/airports${search}`)
    ).json();
    expect(rows.map(({ airport_code }) => airport_code)).toEqual(expected);
  });

  it("shows the fields that are asked for, in their order", async () => {
    const response = await ask(list.GET, "/api/airports?fields=latitude,airport_code&q=FRA");
    expect(await response.text()).toBe('[{"latitude":50.0331,"airport_code":"FRA"}]');
  });

  it.each([
    ["?has_position=yes", "query.has_position"],
    ["?fields=airport_code,altitude", "query.fields"],
    ["?limit=0", "query.limit"],
    ["?limit=100000", "query.limit"],
    ["?country_code=GER", "query.country_code"],
    ["?sort=latitude", "query.sort"],
    ["?cursor=rubbish", "query.cursor"],
    ["?cuntry_code=DE", "query.cuntry_code"],
  ])("%s is refused by name", async (search, name) => {
    const response = await ask(list.GET, `/api/airports${search}`);
    expect(response.status).toBe(400);
    expect((await response.json()).invalid_params).toMatchObject([{ name }]);
  });

  it("is not sent again until data change", async () => {
    const etag = (await ask(list.GET, "/api/airports")).headers.get("etag") ?? "";
    const headers = { "if-none-match": etag };
    expect((await ask(list.GET, "/api/airports", {}, headers)).status).toBe(304);
    await addMissing("airports", [airport("LYS", "FR")], "sample");
    expect((await ask(list.GET, "/api/airports", {}, headers)).status).toBe(200);
  });
});

describe("GET /api/airports/{code}", () => {
  it("shows one, by any case", async () => {
    const fra = await callApi(getAirport, { params: { code: "fra" } }, { fetch: toRoutes });
    expect(fra).toMatchObject({
      airport_code: "FRA",
      latitude: 50.0331,
      time_zone: "Europe/Berlin",
      source: "sample",
    });
  });

  it("has every field of the origin's, and the ETag of its row", async () => {
    const response = await ask(one.GET, "/api/airports/FRA", { code: "FRA" });
    const row = await response.json();
    expect(Object.keys(row)).toEqual(
      expect.arrayContaining([
        ...["id", "airport_code", "city_code", "country_code", "country_name"],
        ...["latitude", "longitude", "created_at", "updated_at"],
      ]),
    );
    expect(row).toMatchObject({ version: 1, manual_fields: [], source_differences: null });
    const etag = response.headers.get("etag") ?? "";
    expect(etag).toContain(`"${row.id}.1-`);
    const held = { "if-none-match": etag };
    expect((await ask(one.GET, "/api/airports/FRA", { code: "FRA" }, held)).status).toBe(304);
  });

  it("of an unknown code is a problem that the client understands", async () => {
    const asked = callApi(getAirport, { params: { code: "ZZZ" } }, { fetch: toRoutes });
    await expect(asked).rejects.toMatchObject({
      name: "ApiError",
      problem: { status: 404, code: "not_found", invalid_params: [{ name: "path.code" }] },
    });
  });
});

it("GET /api/airports/positions has a place for each that has one", async () => {
  const query = { country_code: "DE" };
  const found = await callApi(listAirportPositions, { query }, { fetch: toRoutes });
  expect(found.codes).toEqual(["FRA", "HAM", "MUC"]);
  expect(found.latitudes[0]).toBe(50.0331);
  expect(found.without_position).toBe(1);
});

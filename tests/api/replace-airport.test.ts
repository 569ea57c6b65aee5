import { describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/servers/test-database";
import { refusal } from "./fixtures/call";
import { auditLines, country, FRA, referenceEditors, sync } from "./fixtures/reference-editors";

testDatabase();
const { get, put, remove } = referenceEditors("airports", "countries");

describe("PUT /api/airports/{code}", () => {
  it("keeps what differs from the source, also against later syncs, and gives the rest back", async () => {
    await sync("airports", [FRA]);
    const edit = { name: "Rhein-Main", city_code: "FRA", latitude: null, longitude: null };
    const { status, body } = await put("/api/airports/FRA", edit);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ name: "Rhein-Main", latitude: null, longitude: null, version: 2, source: "manual" },
      manual_fields: ["name", "latitude", "longitude"],
      source_differences: {
        ...{ source: "lufthansa", name: FRA.name, latitude: 50.03306, longitude: 8.57056 },
      },
    });
    await sync("airports", [{ ...FRA, name: "Frankfurt", cityCode: "QFR" }]);
    const later = (await get("/api/airports/FRA")).body;
    expect(later).toMatchObject({
      ...{ name: "Rhein-Main", city_code: "QFR", latitude: null, version: 3 },
      source_differences: { name: "Frankfurt" },
    });
    const { body: returned } = await put("/api/airports/FRA", {});
    expect(returned).toMatchObject({
      ...{ name: "Frankfurt", city_code: "QFR", latitude: 50.03306, source: "lufthansa" },
      ...{ manual_fields: [], source_differences: null, version: 4 },
    });
    expect(await auditLines()).toMatchObject([
      { action: "replaceAirport", before: { name: FRA.name }, after: { name: "Rhein-Main" } },
      { action: "replaceAirport", before: later, after: returned },
    ]);
  });

  it("is all that the person says: what an earlier one said is gone", async () => {
    await sync("airports", [FRA]);
    await put("/api/airports/FRA", { name: "Rhein-Main", time_zone: "Europe/Paris" });
    const { body } = await put("/api/airports/FRA", { location_type: "rail_station" });
    expect(body).toMatchObject({
      ...{ name: FRA.name, time_zone: "Europe/Berlin", time_zone_basis: "sent" },
      ...{ location_type: "rail_station", manual_fields: ["location_type"] },
    });
  });

  it("sets a zone with its offset, and takes one away", async () => {
    await sync("airports", [FRA]);
    const other = await put("/api/airports/FRA", { time_zone: "Asia/Tokyo" });
    expect(other.body).toMatchObject({
      ...{ time_zone: "Asia/Tokyo", time_zone_basis: "manual", utc_offset: "+09:00" },
      manual_fields: ["utc_offset", "time_zone", "time_zone_basis"],
      source_differences: { utc_offset: "+01:00", time_zone: "Europe/Berlin" },
    });
    const none = await put("/api/airports/FRA", { time_zone: null });
    expect(none.body).toMatchObject({ time_zone: null, time_zone_basis: null });
    expect(none.body.utc_offset).toBe("+01:00");
    const same = await put("/api/airports/FRA", { time_zone: "Europe/Berlin" });
    expect(same.body).toMatchObject({ time_zone_basis: "sent", source: "lufthansa" });
  });

  it("of what was just read changes nothing", async () => {
    await country("DE", "Germany");
    await sync("airports", [FRA]);
    const { body: read } = await get(
      "/api/airports/FRA?fields=airport_code,name,city_code,country_code,country_name,location_type,latitude,longitude,time_zone",
    );
    expect(await put("/api/airports/FRA", read)).toMatchObject({
      body: { source: "lufthansa", version: 1 },
    });
  });

  it("is for the version that If-Match names", async () => {
    await sync("airports", [FRA]);
    const held = (await get("/api/airports/FRA")).headers.get("etag") ?? "";
    await sync("airports", [{ ...FRA, name: "Frankfurt" }]);
    const stale = { "if-match": held };
    const refused = put("/api/airports/FRA", { name: "Mine" }, stale);
    expect(await refusal(refused)).toMatchObject({ status: 412, code: "precondition_failed" });
    expect(await refusal(remove("/api/airports/FRA", stale))).toMatchObject({ status: 412 });
    expect(await auditLines()).toEqual([]);
    const now = { "if-match": (await get("/api/airports/FRA")).headers.get("etag") ?? "" };
    const changed = await put("/api/airports/FRA", { name: "Mine" }, now);
    expect(changed).toMatchObject({ status: 200, body: { name: "Mine" } });
    expect(changed.headers.get("etag")).not.toBe(now["if-match"]);
  });

  it("by many who saw the same version is done by one of them", async () => {
    await sync("airports", [FRA]);
    const seen = { "if-match": (await get("/api/airports/FRA")).headers.get("etag") ?? "" };
    const names = ["One", "Two", "Three", "Four", "Five"];
    const answers = await Promise.all(
      names.map((name) => put("/api/airports/FRA", { name }, seen)),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, 412, 412, 412, 412]);
    expect((await get("/api/airports/FRA")).body.version).toBe(2);
  });

  it("while a sync writes the same rows loses neither", async () => {
    await sync("airports", [FRA]);
    const rounds = Array.from({ length: 8 }, (_, at) => at);
    await Promise.all(
      rounds.flatMap((at) => [
        put("/api/airports/FRA", { name: `By hand ${at}` }),
        sync("airports", [{ ...FRA, cityCode: "QFR", name: "Listed" }]),
      ]),
    );
    const { body } = await get("/api/airports/FRA");
    expect(body).toMatchObject({
      ...{ name: expect.stringMatching(/^By hand/), city_code: "QFR", manual_fields: ["name"] },
      source_differences: { source: "lufthansa", name: "Listed" },
    });
    expect(await auditLines()).toHaveLength(8);
  });

  it("does not change the code, nor make a row", async () => {
    await sync("airports", [FRA]);
    expect(await refusal(put("/api/airports/FRA", { airport_code: "MUC" }))).toMatchObject({
      ...{ status: 400, names: ["body.airport_code"] },
    });
    expect(await refusal(put("/api/airports/QQX", {}))).toMatchObject({
      ...{ status: 404, names: ["path.code"] },
    });
  });
});

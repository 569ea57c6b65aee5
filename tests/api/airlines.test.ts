import { beforeEach, describe, expect, it } from "vitest";
import { execute } from "@/lib/db/execute";
import type { AirlineRecord } from "@/lib/model/airline";
import { testDatabase } from "@/tests/servers/test-database";
import { refusal } from "./fixtures/call";
import { auditLines, RUN, referenceEditors, sync } from "./fixtures/reference-editors";
import { storeFlights } from "./fixtures/stored-flights";

testDatabase();
const { get, post, put, remove } = referenceEditors("airlines", "flights", "flight_codeshares");

const airline = (code: string, said: Partial<AirlineRecord> = {}): AirlineRecord => ({
  ...{ code, name: null, icaoCode: null, countryCode: null },
  ...said,
});
const LH = airline("LH", { name: "Lufthansa", icaoCode: "DLH", countryCode: "DE" });
const codesOf = (rows: readonly { airline_code: string }[]) =>
  rows.map(({ airline_code }) => airline_code);

describe("GET /api/airlines", () => {
  beforeEach(async () => {
    await sync("airlines", [
      ...[LH, airline("LX", { name: "SWISS", icaoCode: "SWR", countryCode: "CH" })],
      ...[airline("CL", { name: "Lufthansa CityLine", icaoCode: "CLH", countryCode: "DE" })],
    ]);
    await sync("airlines", [airline("ZZ")], "stub");
  });

  it.each([
    ["", ["CL", "LH", "LX", "ZZ"]],
    ["?sort=-airline_code&limit=2", ["ZZ", "LX"]],
    ["?sort=airline_name", ["ZZ", "LH", "CL", "LX"]],
    ["?skip=1&limit=1", ["LH"]],
    ["?country_code=de", ["CL", "LH"]],
    ["?icao_code=swr", ["LX"]],
    ["?source=stub", ["ZZ"]],
    ["?q=lh", ["LH"]],
    ["?q=clh", ["CL"]],
    ["?q=lufthansa", ["CL", "LH"]],
    ["?q=cityl", ["CL"]],
    ["?q=%25", []],
  ])("%s", async (search, expected) => {
    const { status, body } = await get(`/api/airlines${search}`);
    expect({ status, codes: codesOf(body) }).toEqual({ status: 200, codes: expected });
  });

  it("is walked by cursor, and counts all that match", async () => {
    const walked: string[] = [];
    let path: string | undefined = "/api/airlines?limit=1&sort=-airline_name&country_code=DE";
    while (path) {
      const { body, headers } = await get(path);
      expect(headers.get("x-total-count")).toBe("2");
      walked.push(...codesOf(body));
      path = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
    }
    expect(walked).toEqual(["CL", "LH"]);
  });

  it("shows the fields that are asked for", async () => {
    const { body } = await get("/api/airlines?fields=airline_code,airline_name&q=LX");
    expect(body).toEqual([{ airline_code: "LX", airline_name: "SWISS" }]);
  });

  it.each([
    ["?limit=1001", "query.limit"],
    ["?fields=airline_code,nam", "query.fields"],
    ["?icao_code=LH", "query.icao_code"],
    ["?sort=icao_code", "query.sort"],
    ["?cursor=x", "query.cursor"],
    ["?name=x", "query.name"],
  ])("%s is refused by name", async (search, name) => {
    expect(await refusal(get(`/api/airlines${search}`))).toMatchObject({
      status: 400,
      names: [name],
    });
  });
});

describe("GET /api/airlines/{code}", () => {
  it("shows the origin's fields and whose they are, with an ETag of the row", async () => {
    await sync("airlines", [LH]);
    const { headers, body } = await get("/api/airlines/lh");
    expect(body).toMatchObject({
      ...{ airline_code: "LH", airline_name: "Lufthansa", icao_code: "DLH", country_code: "DE" },
      ...{ source: "lufthansa", manual_fields: [], source_differences: null, run_id: RUN },
      ...{ created_at: "2026-11-23T10:00:00.000Z", updated_at: "2026-11-23T10:00:00.000Z" },
    });
    const etag = headers.get("etag") ?? "";
    expect(etag).toContain(`"${body.id}.1-`);
    expect((await get("/api/airlines/LH", { "if-none-match": etag })).status).toBe(304);
    await put("/api/airlines/LH", { airline_name: "Deutsche Lufthansa" });
    expect((await get("/api/airlines/LH", { "if-none-match": etag })).status).toBe(200);
    expect(await refusal(get("/api/airlines/Q9"))).toMatchObject({ status: 404 });
  });
});

describe("changing airlines", () => {
  it("adds one, once, and leaves the rest to the list", async () => {
    const NEW = { airline_code: "LH", airline_name: "Kranich" };
    const made = await Promise.all([1, 2, 3].map(() => post("/api/airlines", NEW)));
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const first = made.find(({ status }) => status === 201);
    expect(first?.headers.get("location")).toBe("/api/airlines/LH");
    await sync("airlines", [LH]);
    expect((await get("/api/airlines/LH")).body).toMatchObject({
      ...{ airline_name: "Kranich", icao_code: "DLH", country_code: "DE", version: 2 },
      ...{ source: "manual", manual_fields: ["airline_name"] },
      source_differences: { source: "lufthansa", airline_name: "Lufthansa" },
    });
  });

  it("keeps a person's word, null too, until they take it back", async () => {
    await sync("airlines", [LH]);
    const { body } = await put("/api/airlines/LH", { airline_code: "LH", country_code: null });
    expect(body).toMatchObject({ country_code: null, manual_fields: ["country_code"] });
    await sync("airlines", [{ ...LH, countryCode: "AT" }]);
    expect((await get("/api/airlines/LH")).body).toMatchObject({
      ...{ country_code: null, source_differences: { country_code: "AT" } },
    });
    expect((await put("/api/airlines/LH", {})).body).toMatchObject({
      ...{ country_code: "AT", source: "lufthansa", source_differences: null },
    });
    const actions = (await auditLines()).map(({ action, resource }) => [action, resource]);
    expect(actions).toEqual(Array(2).fill(["replaceAirline", "airlines"]));
  });

  it.each([
    [{ airline_code: "L" }, "body.airline_code"],
    [{ airline_code: "LH", icao_code: "LH" }, "body.icao_code"],
    [{ airline_code: "LH", country_code: "GER" }, "body.country_code"],
    [{ airline_code: "LH", name: "Lufthansa" }, "body.name"],
  ])("%j is refused by name", async (body, name) => {
    expect(await refusal(post("/api/airlines", body))).toMatchObject({
      status: 400,
      names: [name],
    });
  });

  it("is refused for another version, another code, and what is not there", async () => {
    await sync("airlines", [LH]);
    const stale = { "if-match": 'W/"1.9-x"' };
    expect(await refusal(put("/api/airlines/LH", {}, stale))).toMatchObject({ status: 412 });
    expect(await refusal(remove("/api/airlines/LH", stale))).toMatchObject({ status: 412 });
    expect(await refusal(put("/api/airlines/LH", { airline_code: "LX" }))).toMatchObject({
      ...{ status: 400, names: ["body.airline_code"] },
    });
    expect(await refusal(put("/api/airlines/Q9", {}))).toMatchObject({ status: 404 });
    expect(await refusal(remove("/api/airlines/Q9"))).toMatchObject({ status: 404 });
    expect(await auditLines()).toEqual([]);
  });

  it("deletes one that nothing refers to", async () => {
    await sync("airlines", [LH, airline("UA")]);
    const times = { departs: "2030-05-01T10:00", departsUtc: "2030-05-01T08:00" };
    await storeFlights([
      { id: 1, number: "LH400", origin: "FRA", destination: "JFK", ...times, soldAs: ["UA8839"] },
    ]);
    const references = async (code: string) =>
      (await remove(`/api/airlines/${code}`)).body.references;
    expect(await references("LH")).toEqual([{ resource: "flights", count: 1 }]);
    expect(await references("UA")).toEqual([{ resource: "codeshares", count: 1 }]);
    await execute("DELETE FROM flight_codeshares");
    expect((await remove("/api/airlines/UA")).status).toBe(204);
    expect(await auditLines()).toMatchObject([{ action: "deleteAirline", resource_key: "UA" }]);
  });
});

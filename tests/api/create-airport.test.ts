import { describe, expect, it } from "vitest";
import { dataVersion } from "@/lib/db/data-version";
import { testDatabase } from "@/tests/servers/test-database";
import { refusal } from "./fixtures/call";
import {
  auditLines,
  country,
  FRA,
  PAYLOAD,
  RUN,
  referenceEditors,
  sync,
} from "./fixtures/reference-editors";

testDatabase();
const { get, post } = referenceEditors("airports", "countries");

describe("POST /api/airports", () => {
  /** The fields that the origin's API takes. */
  const OF_ORIGIN = {
    airport_code: "BER",
    city_code: "BER",
    country_code: "DE",
    country_name: "Germany",
    latitude: 52.366666,
    longitude: 13.503333,
  };

  it("makes a row of the origin's fields, and says where it is", async () => {
    await country("DE", "Germany");
    const before = await dataVersion();
    const { status, headers, body } = await post("/api/airports", OF_ORIGIN);
    expect(status).toBe(201);
    expect(headers.get("location")).toBe("/api/airports/BER");
    expect(headers.get("etag")).toContain(`"${body.id}.1-`);
    expect(body).toMatchObject({
      ...OF_ORIGIN,
      ...{ latitude: 52.36667, longitude: 13.50333 },
      ...{ name: null, time_zone: null, source: "manual", source_differences: null, version: 1 },
      ...{ manual_fields: ["city_code", "country_code", "latitude", "longitude"], run_id: null },
    });
    expect(await dataVersion()).toBe(before + 1);
    expect((await get("/api/airports/ber")).body).toEqual(body);
    expect(await auditLines()).toEqual([
      {
        ...{ action: "createAirport", resource: "airports", resource_key: "BER" },
        ...{ email: "operator@example.org", before: null, after: body },
      },
    ]);
  });

  it("knows the standard offset of a zone that a person sets", async () => {
    const { body } = await post("/api/airports", {
      ...{ airport_code: "MEL", name: "Melbourne", time_zone: "Australia/Melbourne" },
    });
    expect(body).toMatchObject({ utc_offset: "+10:00", time_zone_basis: "manual" });
  });

  it("is refused where the code has a row, whoever made it", async () => {
    await sync("airports", [FRA]);
    const again = post("/api/airports", { airport_code: "FRA" });
    expect(await refusal(again)).toMatchObject({ status: 409, code: "conflict" });
    expect((await again).body.detail).toContain("PUT /api/airports/FRA");
    expect(await auditLines()).toEqual([]);
  });

  it("of the same airport by many at once makes it once", async () => {
    const names = ["One", "Two", "Three", "Four", "Five", "Six"];
    const answers = await Promise.all(
      names.map((name) => post("/api/airports", { airport_code: "NEW", name })),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409]);
    const made = answers.find(({ status }) => status === 201)?.body;
    expect((await get("/api/airports/NEW")).body).toEqual(made);
    expect(await auditLines()).toHaveLength(1);
  });

  it.each([
    [{ airport_code: "BERL" }, "body.airport_code"],
    [{}, "body.airport_code"],
    [{ airport_code: "BER", latitude: 91, longitude: 0 }, "body.latitude"],
    [{ airport_code: "BER", latitude: 52 }, "body.longitude"],
    [{ airport_code: "BER", latitude: null, longitude: 13 }, "body.longitude"],
    [{ airport_code: "BER", time_zone: "Berlin" }, "body.time_zone"],
    [{ airport_code: "BER", name: "  " }, "body.name"],
    [{ airport_code: "BER", location_type: "port" }, "body.location_type"],
    [{ airport_code: "BER", id: 7 }, "body.id"],
    [{ airport_code: "BER", country_name: "Germany" }, "body.country_name"],
    [{ airport_code: "BER", country_code: "DE", country_name: "France" }, "body.country_name"],
    [{ airport_code: "BER", country_code: "PL", country_name: "France" }, "body.country_name"],
  ])("%j is refused by name, and nothing is kept", async (body, name) => {
    await country("DE", "Germany");
    await country("FR", "France");
    expect(await refusal(post("/api/airports", body))).toEqual({
      ...{ status: 400, code: "validation_failed", names: [name] },
    });
    expect((await get("/api/airports")).body).toEqual([]);
    expect(await auditLines()).toEqual([]);
  });

  it("takes the name of a country that no list names yet, and any spelling of one that is", async () => {
    await sync("countries", [{ code: "CI", name: "Côte d'Ivoire", continent: "AF" }]);
    const said = { country_code: "CI", country_name: "COTE D'IVOIRE" };
    const known = await post("/api/airports", { airport_code: "ABJ", ...said });
    expect(known).toMatchObject({ status: 201, body: { country_name: "Côte d'Ivoire" } });
    const open = { country_code: "PL", country_name: "Poland" };
    const unknown = await post("/api/airports", { airport_code: "WAW", ...open });
    expect(unknown).toMatchObject({ status: 201, body: { country_name: null } });
  });

  it("leaves the rest to a list that comes later", async () => {
    await post("/api/airports", { airport_code: "FRA", name: "Rhein-Main" });
    await sync("airports", [FRA]);
    expect((await get("/api/airports/FRA")).body).toMatchObject({
      ...{ name: "Rhein-Main", city_code: "FRA", time_zone: "Europe/Berlin", version: 2 },
      ...{ source: "manual", manual_fields: ["name"], run_id: RUN, payload_id: PAYLOAD },
      source_differences: { source: "lufthansa", name: "Frankfurt/Main International" },
    });
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/servers/test-database";
import { refusal } from "./fixtures/call";
import { country, referenceEditors, sync } from "./fixtures/reference-editors";

testDatabase();
const { get } = referenceEditors("cities", "countries");

const BERLIN = { countryCode: "DE", utcOffsetMinutes: 60, timeZone: "Europe/Berlin" };

beforeEach(async () => {
  await sync("countries", [{ code: "US", name: "United States", continent: "NA" }]);
  await country("DE", "Germany");
  await sync("cities", [
    { code: "BER", name: "Berlin", ...BERLIN, airportCodes: ["BER", "TXL"] },
    { code: "FRA", name: "Frankfurt", ...BERLIN, airportCodes: ["FRA"] },
    {
      ...{ code: "NYC", name: "New York", countryCode: "US", utcOffsetMinutes: -300 },
      ...{ timeZone: "America/New_York", airportCodes: [] },
    },
  ]);
});

describe("GET /api/cities", () => {
  it.each([
    ["", ["BER", "FRA", "NYC"]],
    ["?sort=-city_name&limit=1", ["NYC"]],
    ["?sort=-country_code&skip=1", ["FRA", "BER"]],
    ["?country_code=de", ["BER", "FRA"]],
    ["?continent=na", ["NYC"]],
    ["?time_zone=Europe/Berlin", ["BER", "FRA"]],
    ["?q=york", ["NYC"]],
    ["?source=lufthansa&q=fra", ["FRA"]],
  ])("%s", async (search, expected) => {
    const { status, body } = await get(`/api/cities${search}`);
    const codes = body.map((row: { city_code: string }) => row.city_code);
    expect({ status, codes }).toEqual({ status: 200, codes: expected });
  });

  it("shows the fields that are asked for", async () => {
    const { body } = await get("/api/cities?fields=city_code,airport_codes&limit=1");
    expect(body).toEqual([{ city_code: "BER", airport_codes: ["BER", "TXL"] }]);
  });

  it("refuses what is no zone by name", async () => {
    expect(await refusal(get("/api/cities?time_zone=Berlin"))).toMatchObject({
      ...{ status: 400, names: ["query.time_zone"] },
    });
  });
});

it("GET /api/cities/{code} shows one with its country", async () => {
  expect((await get("/api/cities/nyc")).body).toMatchObject({
    ...{ city_code: "NYC", city_name: "New York", country_name: "United States", version: 1 },
    ...{ utc_offset: "-05:00", time_zone: "America/New_York", airport_codes: [] },
  });
  expect(await refusal(get("/api/cities/QQQ"))).toMatchObject({
    status: 404,
    names: ["path.code"],
  });
});

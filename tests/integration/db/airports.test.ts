import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { AIRPORT_SORTS, Airport, type AirportQuery } from "@/lib/contract/airports";
import { findAirport } from "@/lib/db/airports/find-airport";
import { findAirportPositions } from "@/lib/db/airports/find-airport-positions";
import { findAirports } from "@/lib/db/airports/find-airports";
import { listCountriesWithAirports } from "@/lib/db/airports/list-countries-with-airports";
import { execute } from "@/lib/db/execute";
import { transaction } from "@/lib/db/transaction";
import { airportEntity } from "@/lib/db/upsert/airports";
import { cityEntity } from "@/lib/db/upsert/cities";
import { countryEntity } from "@/lib/db/upsert/countries";
import { upsertRecords } from "@/lib/db/upsert/upsert-records";
import type { AirportRecord } from "@/lib/model/airport";
import { testDatabase } from "../../servers/test-database";
import { airport, PAYLOAD } from "./sync-fixture";

testDatabase();

const batch = <Rec>(records: readonly Rec[]) => ({
  source: "lufthansa" as const,
  runId: PAYLOAD,
  now: new Date("2026-11-23T10:00:00.000Z"),
  records: records.map((record) => ({ record, payloadId: PAYLOAD })),
});

const add = (...records: AirportRecord[]) =>
  transaction((connection) => upsertRecords(connection, airportEntity, batch(records)));

const find = (query: Partial<AirportQuery> = {}) =>
  findAirports({ skip: 0, limit: 100, sort: "airport_code", ...query });
const codesOf = async (query: Partial<AirportQuery>) =>
  (await find(query)).items.map(({ airport_code }) => airport_code);

const wrongCursor = {
  code: "validation_failed",
  invalidParams: [expect.objectContaining({ name: "query.cursor" })],
};

beforeEach(() => execute("DELETE FROM airports"));

describe("findAirports", () => {
  beforeEach(async () => {
    await transaction(async (connection) => {
      const berlin = { utcOffsetMinutes: 60, timeZone: "Europe/Berlin", airportCodes: [] };
      await upsertRecords(
        connection,
        cityEntity,
        batch([
          { code: "FRA", name: "Frankfurt", countryCode: "DE", ...berlin },
          { code: "DUS", name: "Düsseldorf", countryCode: "DE", ...berlin },
        ]),
      );
      const germany = { code: "DE", name: "Germany", continent: "EU" };
      await upsertRecords(connection, countryEntity, batch([germany]));
    });
    const german = { countryCode: "DE", locationType: "airport" } as const;
    await add(
      airport("FRA", {
        ...german,
        name: "Frankfurt/Main Intl",
        cityCode: "FRA",
        latitude: 50.03333,
        longitude: 8.57056,
        utcOffsetMinutes: 60,
        timeZone: "Europe/Berlin",
        timeZoneBasis: "sent",
      }),
      airport("HHN", { ...german, name: "Hahn", cityCode: "FRA" }),
      airport("DUS", { ...german, name: "Rhein-Ruhr", cityCode: "DUS" }),
      airport("ZRH", { countryCode: "CH", locationType: "rail_station", name: "Nearly Frankfurt" }),
      airport("FFF", { name: "100% fra_nk" }),
      airport("XXX"),
    );
  });

  it("shows an airport with its names, offset and provenance, as the contract says", async () => {
    const found = await findAirport("FRA");
    expect(Airport.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      airport_code: "FRA",
      city_name: "Frankfurt",
      country_name: "Germany",
      latitude: 50.03333,
      utc_offset: "+01:00",
      time_zone: "Europe/Berlin",
      source: "lufthansa",
      source_differences: null,
      payload_id: PAYLOAD,
      updated_at: "2026-11-23T10:00:00.000Z",
    });
    expect((await find()).items[2]).toEqual(found);
    expect(await findAirport("QQQ")).toBeNull();
    expect(await findAirport("QQQ")).toBeNull();
  });

  it("filters, and counts all that match", async () => {
    expect(await codesOf({ country_code: "DE" })).toEqual(["DUS", "FRA", "HHN"]);
    expect(await find({ country_code: "DE", limit: 1 })).toMatchObject({ total: 3 });
    expect(await codesOf({ location_type: "rail_station" })).toEqual(["ZRH"]);
    expect(await codesOf({ skip: 4 })).toEqual(["XXX", "ZRH"]);
    expect(await find({ skip: 100 })).toMatchObject({ items: [], total: 6, next: null });
  });

  it("searches codes and names: this very code first, then what begins so, then the rest", async () => {
    expect(await codesOf({ q: "fra" })).toEqual(["FRA", "HHN", "FFF", "ZRH"]);
    expect(await codesOf({ q: "fra", limit: 2 })).toEqual(["FRA", "HHN"]);
    expect(await codesOf({ q: "dusseldorf" })).toEqual(["DUS"]);
    expect(await codesOf({ q: "fra", country_code: "CH" })).toEqual(["ZRH"]);
    expect((await find({ q: "fra", limit: 1 })).total).toBe(4);
    expect(await codesOf({ q: "fra", sort: "-airport_code" })).toEqual([
      "ZRH",
      "HHN",
      "FRA",
      "FFF",
    ]);
  });

  it("takes what LIKE would read as a pattern for what it says", async () => {
    expect(await codesOf({ q: "%" })).toEqual(["FFF"]);
    expect(await codesOf({ q: "a_n" })).toEqual(["FFF"]);
    expect(await codesOf({ q: "!" })).toEqual([]);
    expect(await codesOf({ q: "\\" })).toEqual([]);
    expect(await codesOf({ q: "' OR 1=1 -- " })).toEqual([]);
  });

  it("gives positions as columns, and says how many have none", async () => {
    expect(await findAirportPositions({})).toEqual({
      codes: ["FRA"],
      names: ["Frankfurt/Main Intl"],
      latitudes: [50.03333],
      longitudes: [8.57056],
      without_position: 5,
    });
    expect(await findAirportPositions({ q: "hahn" })).toMatchObject({ without_position: 1 });
  });

  it("lists the countries to choose from, with how many each has", async () => {
    expect(await listCountriesWithAirports()).toEqual([
      { country_code: "CH", country_name: null, airports: 1 },
      { country_code: "DE", country_name: "Germany", airports: 3 },
    ]);
    expect(await listCountriesWithAirports({ q: "frankfurt" })).toMatchObject([
      { country_code: "CH", airports: 1 },
      { country_code: "DE", airports: 2 },
    ]);
    expect(await listCountriesWithAirports({ continent: "EU" })).toMatchObject([
      { country_code: "DE", airports: 3 },
    ]);
  });
});

/** Codes page by page to the end; behind each of the first pages a row is added, which a walk may or may not meet. */
async function walkWhileInserting(wish: Partial<AirportQuery>, atLeast: number): Promise<string[]> {
  const walked: string[] = [];
  let cursor: string | null = null;
  let inserted = 0;
  do {
    const page = await find({ ...wish, ...(cursor ? { cursor } : {}) });
    expect(page.total).toBeGreaterThanOrEqual(atLeast);
    walked.push(...page.items.map(({ airport_code }) => airport_code));
    cursor = page.next;
    // Not for ever: with one row a page, a row added behind each page would keep the walk in its place.
    if (inserted < 5) await add(airport(`Z0${inserted++}`, { name: "Same" }));
  } while (cursor);
  return walked;
}

describe("the cursor", () => {
  const names = fc.constantFrom(null, "Same", "same", "Other", "Ñandú");
  const countries = fc.constantFrom(null, "DE", "FR");
  const code = fc.string({ unit: fc.constantFrom(..."ABCDEFG"), minLength: 3, maxLength: 3 });
  const records = fc.uniqueArray(
    fc
      .record({ code, name: names, countryCode: countries })
      .map((said) => airport(said.code, said)),
    { minLength: 1, maxLength: 40, selector: (given) => given.code },
  );

  it("gives every row once over ties and nulls, in both directions, while rows are inserted", async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom(...AIRPORT_SORTS),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(undefined, "a", "same"),
        async (given, sort, limit, q) => {
          await execute("DELETE FROM airports");
          await add(...given);
          const wish = { sort, ...(q ? { q } : {}) };
          const whole = await codesOf(wish);
          const walked = await walkWhileInserting({ ...wish, limit }, whole.length);
          expect(walked.filter((found) => !found.startsWith("Z0"))).toEqual(whole);
          expect(new Set(walked).size).toBe(walked.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("is refused when it is broken, of another list, sort or filter, or comes with skip", async () => {
    await add(airport("AAA"), airport("BBB"));
    const { next } = await find({ limit: 1 });
    const cursor = next ?? "";
    expect(await codesOf({ cursor })).toEqual(["BBB"]);
    const packed = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const repacked = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const query of [
      { cursor: "nonsense" },
      { cursor: repacked({}) },
      { cursor: repacked([packed[0]]) },
      { cursor: repacked([packed[0], 7]) },
      { cursor: repacked([packed[0], "AAA", "BBB"]) },
      { cursor, sort: "-airport_code" as const },
      { cursor, country_code: "DE" },
      { cursor, skip: 1 },
    ]) {
      await expect(find(query)).rejects.toMatchObject(wrongCursor);
    }
  });
});

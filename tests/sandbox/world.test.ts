import { describe, expect, test } from "vitest";
import type { List } from "@/sandbox/catalog";
import { type Item, isObject } from "@/sandbox/json";
import { buildWorld } from "@/sandbox/world/build-world";
import { visit } from "./visitor";

const world = buildWorld(1);
const itemsOf = ({ items }: List) => items.filter((item): item is Item => item !== null);
const codesOf = (list: List, key: string) => itemsOf(list).map((item) => String(item[key]));
const { countries, cities, airports, airlines, aircraft } = world.lists;

describe("a world", { timeout: 30_000 }, () => {
  test("is the same for the same seed, byte for byte, and another for another", async () => {
    const pages = ["/airports?limit=100", "/cities?limit=100&offset=900", "/countries?lang=FR"];
    const read = async (seed: number) => {
      const { ask } = await visit({ seed });
      return Promise.all(pages.map(async (page) => (await ask(page)).text));
    };
    expect(await read(4)).toEqual(await read(4));
    expect(await read(4)).not.toEqual(await read(5));
  });

  test.each([
    ["countries", countries, "CountryCode"],
    ["cities", cities, "CityCode"],
    ["airports", airports, "AirportCode"],
    ["airlines", airlines, "AirlineID"],
    ["aircraft", aircraft, "AircraftCode"],
  ] as const)("has %s strictly in the order of their codes", (_, list, key) => {
    const codes = codesOf(list, key);
    expect(codes.length).toBeGreaterThan(200);
    expect(codes).toEqual([...codes].sort());
  });

  test("holds together: every city, country and airport that a record names is listed", () => {
    const airportCodes = new Set(codesOf(airports, "AirportCode"));
    const cityCodes = new Set(codesOf(cities, "CityCode"));
    const countryCodes = new Set(codesOf(countries, "CountryCode"));
    const named = itemsOf(airports);
    expect(named.filter(({ CityCode }) => !cityCodes.has(String(CityCode)))).toEqual([]);
    expect(named.filter(({ CountryCode }) => !countryCodes.has(String(CountryCode)))).toEqual([]);
    const listed = itemsOf(cities).flatMap(({ Airports }) =>
      isObject(Airports) ? [Airports.AirportCode].flat().map(String) : [],
    );
    expect(listed.filter((code) => !airportCodes.has(code))).toEqual([]);
    expect(new Set(listed)).toEqual(airportCodes);
  });
});

describe("measured oddities", { timeout: 30_000 }, () => {
  test("DEN, HKG and MIA are in no list, their cities have no airports", async () => {
    const { ask } = await visit();
    for (const code of ["DEN", "HKG", "MIA"]) {
      expect(codesOf(airports, "AirportCode")).not.toContain(code);
      expect((await ask(`/airports/${code}`)).status).toBe(404);
      const city = JSON.parse((await ask(`/cities/${code}?lang=EN`)).text);
      expect(Object.keys(city.CityResource.Cities.City)).not.toContain("Airports");
    }
  });

  test("twins stand side by side, one of them without a name", () => {
    const twinsOf = (list: List, key: string) => {
      const codes = codesOf(list, key);
      return codes.filter((code, index) => code === codes[index - 1]);
    };
    expect(twinsOf(airports, "AirportCode")).toEqual(["GOM", "GRQ", "HBX"]);
    expect(twinsOf(airlines, "AirlineID")).toEqual(["4Y", "4Y", "BW", "LH", "LH"]);
    expect(twinsOf(aircraft, "AircraftCode")).toEqual(["748"]);
    const lufthansa = itemsOf(airlines).filter(({ AirlineID }) => AirlineID === "LH");
    expect(lufthansa.map(({ AirlineID_ICAO }) => AirlineID_ICAO)).toEqual([
      "DLH",
      "GEC",
      undefined,
    ]);
    const goma = itemsOf(airports).filter(({ AirportCode }) => AirportCode === "GOM");
    expect(goma.map(({ Names }) => Names)).toEqual([
      {},
      expect.objectContaining({ Name: expect.anything() }),
    ]);
  });

  test("positions cannot be read in the measured density, 404 and 500 mixed", () => {
    const { unreadable, items } = airports;
    expect(unreadable.size).toBe(Math.round((68 / 11_853) * items.length));
    const statuses = [...unreadable.values()];
    expect(new Set(statuses)).toEqual(new Set([404, 500]));
    expect(new Set(cities.unreadable.values())).toEqual(new Set([500]));
    expect([...unreadable.keys()].some((position) => unreadable.has(position + 1))).toBe(true);
    expect(countries.unreadable.size + airlines.unreadable.size + aircraft.unreadable.size).toBe(0);
  });

  test("kinds of places and missing zones are in proportion; every place has position and offset", () => {
    const items = itemsOf(airports);
    const share = (kind: string) =>
      items.filter(({ LocationType }) => LocationType === kind).length / items.length;
    expect(share("Rail Station")).toBeCloseTo(899 / 11_785, 2);
    expect(share("Off-Line Point")).toBeCloseTo(730 / 11_785, 2);
    expect(share("Bus Station")).toBeCloseTo(274 / 11_785, 2);
    const zoneless = items.filter(({ TimeZoneId }) => TimeZoneId === undefined).length;
    expect(zoneless / items.length).toBeGreaterThan(0.025);
    expect(zoneless / items.length).toBeLessThan(460 / 11_785);
    expect(items.filter(({ UtcOffset, Position }) => !UtcOffset || !Position)).toEqual([]);
  });
});

describe("languages", () => {
  test("all names without lang; one with it; English where there is no translation", async () => {
    const { ask } = await visit();
    const namesOf = async (path: string) =>
      JSON.parse((await ask(path)).text).CountryResource.Countries.Country.Names.Name;
    expect(await namesOf("/countries/DE?lang=fr")).toEqual({
      "@LanguageCode": "FR",
      $: "Allemagne",
    });
    expect(await namesOf("/countries/DE?lang=JA")).toEqual({ "@LanguageCode": "EN", $: "Germany" });
    expect(await namesOf("/countries/DE")).toHaveLength(5);
  });
});

test("LHoperated=1 is another, shorter list", async () => {
  const { ask } = await visit();
  const total = async (query: string) =>
    JSON.parse((await ask(`/airports?${query}`)).text).AirportResource.Meta.TotalCount;
  expect(await total("LHoperated=1")).toBeLessThan((await total("LHoperated=0")) / 5);
  expect(await total("group=LHOperated")).toBe(await total("LHoperated=1"));
});

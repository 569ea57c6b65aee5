import { describe, expect, test } from "vitest";
import { normalizeAircraft } from "@/lib/normalize/aircraft";
import { normalizeCities } from "@/lib/normalize/cities";
import { normalizeCountries } from "@/lib/normalize/countries";
import { openData } from "@/lib/normalize/open-data";
import { standardOffsetMinutes } from "@/lib/normalize/time-zone";

const input = (...items: unknown[]) => ({ items, codeBefore: null, ahead: [] });
const named = (name: string) => ({ Name: { "@LanguageCode": "EN", $: name } });

test("a city has its airports, one or several, each once and sorted", () => {
  const city = { CityCode: "LON", CountryCode: "GB", Names: named("London"), UtcOffset: "+00:00" };
  const { records } = normalizeCities(
    input(
      { ...city, TimeZoneId: "Europe/London", Airports: { AirportCode: ["STN", "LHR", "LHR"] } },
      { ...city, CityCode: "MUC", Airports: { AirportCode: "MUC" } },
      { ...city, CityCode: "QQX" },
    ),
  );
  expect(records.map(({ record }) => record)).toEqual([
    {
      code: "LON",
      name: "London",
      countryCode: "GB",
      utcOffsetMinutes: 0,
      timeZone: "Europe/London",
      airportCodes: ["LHR", "STN"],
    },
    expect.objectContaining({ code: "MUC", airportCodes: ["MUC"], timeZone: null }),
    expect.objectContaining({ code: "QQX", airportCodes: [] }),
  ]);
});

test("a city without airports takes them from its twin", () => {
  const { records } = normalizeCities(
    input({ CityCode: "LON" }, { CityCode: "LON", Airports: { AirportCode: "LHR" } }),
  );
  expect(records[0]?.record.airportCodes).toEqual(["LHR"]);
});

test("an aircraft's code may come as a number, and * is no code of equipment", () => {
  const { records } = normalizeAircraft(
    input(
      { AircraftCode: 320, AirlineEquipCode: "A320", Names: named("Airbus A320") },
      { AircraftCode: "026", AirlineEquipCode: "*", Names: {} },
    ),
  );
  expect(records.map(({ record }) => record)).toEqual([
    { code: "320", name: "Airbus A320", equipmentCode: "A320" },
    { code: "026", name: null, equipmentCode: null },
  ]);
});

describe("open data", () => {
  const lookup = openData({
    airlines: {
      columns: ["code", "icao_code", "name", "country_code"],
      rows: [
        ["LH", "DLH", "Lufthansa", "DE"],
        ["2B", "AWT", "AlbaWings", "AL"],
      ],
    },
    countries: { columns: ["name", "code", "continent"], rows: [["Germany", "DE", "EU"]] },
  });
  const airline = { code: "LH", icaoCode: "DLH", name: "Lufthansa", countryCode: null };

  test("an airline's country is taken where its ICAO code agrees, or else its name", () => {
    expect(lookup.countryOfAirline(airline)).toBe("DE");
    expect(lookup.countryOfAirline({ ...airline, icaoCode: "GEC" })).toBeNull();
    expect(lookup.countryOfAirline({ ...airline, icaoCode: null, name: "lufthansa" })).toBe("DE");
    expect(lookup.countryOfAirline({ ...airline, icaoCode: null, name: "Cargo" })).toBeNull();
  });

  test("countries get their continent, or none", () => {
    const { records } = normalizeCountries(
      input({ CountryCode: "DE", Names: named("Germany") }, { CountryCode: "XK" }),
      lookup,
    );
    expect(records.map(({ record }) => record)).toEqual([
      { code: "DE", name: "Germany", continent: "EU" },
      { code: "XK", name: null, continent: null },
    ]);
  });

  test("a table without a needed column is an error", () => {
    const empty = { columns: [], rows: [] };
    expect(() => openData({ airlines: empty, countries: empty })).toThrow("column");
  });
});

test.each([
  ["Europe/Berlin", 60],
  ["Europe/Dublin", 0],
  ["Australia/Sydney", 600],
  ["America/St_Johns", -210],
  ["Asia/Kathmandu", 345],
  ["Asia/Kolkata", 330],
  ["America/Sao_Paulo", -180],
  ["UTC", 0],
  ["Dummy Time Zone", null],
])("standard time of %s is %s minutes from UTC", (zone, minutes) => {
  expect(standardOffsetMinutes(zone)).toBe(minutes);
});

import { describe, expect, test } from "vitest";
import { findDrift } from "@/lib/normalize/drift";
import { KNOWN_SHAPES } from "@/lib/normalize/known-shapes";

const airport = {
  AirportCode: "FRA",
  Position: { Coordinate: { Latitude: 50.1, Longitude: 8.2 } },
  CityCode: "FRA",
  CountryCode: "DE",
  LocationType: "Airport",
  Names: { Name: { "@LanguageCode": "EN", $: "Frankfurt" } },
  UtcOffset: "+01:00",
  TimeZoneId: "Europe/Berlin",
};

const answer = (airports: unknown, meta: object = {}) => ({
  Airports: { Airport: airports },
  Meta: { "@Version": "1.0.0", Link: [{ "@Href": "x", "@Rel": "self" }], TotalCount: 1, ...meta },
});

const driftOf = (airports: unknown, meta: object = {}) =>
  findDrift(answer(airports, meta), KNOWN_SHAPES.airports);

describe("what is known is no drift", () => {
  test.each([
    ["a list", [airport]],
    ["a list of one as an object", airport],
    ["no names", { ...airport, Names: {} }],
    ["names in several languages", { ...airport, Names: { Name: [airport.Names.Name] } }],
    ["no zone", { ...airport, TimeZoneId: undefined }],
    ["an offset as a number", { ...airport, UtcOffset: 2 }],
    [
      "a language in small letters",
      { ...airport, Names: { Name: { "@LanguageCode": "en", $: "x" } } },
    ],
  ])("%s", (_, airports) => {
    expect(driftOf(airports)).toEqual([]);
  });
});

test("an empty object stands for nothing: a city without airports", () => {
  const names = { Name: { "@LanguageCode": "EN", $: "Sampletown" } };
  const city = { CityCode: "QQX", CountryCode: "DE", Names: names, UtcOffset: "+01:00" };
  const cities = { Cities: { City: { ...city, Airports: {} } }, Meta: { "@Version": "1.0.0" } };
  expect(findDrift(cities, KNOWN_SHAPES.cities)).toEqual([]);
});

describe("what differs is one finding with its count", () => {
  test("a new field", () => {
    expect(
      driftOf([
        { ...airport, Runways: [1] },
        { ...airport, Runways: [2] },
      ]),
    ).toEqual([{ kind: "new_field", path: "Airports.Airport[].Runways", found: "list", count: 2 }]);
  });

  test("a missing field, also the key", () => {
    const { AirportCode: _, Position: __, ...rest } = airport;
    expect(driftOf([rest])).toEqual([
      { kind: "missing_field", path: "Airports.Airport[].AirportCode", found: "", count: 1 },
      { kind: "missing_field", path: "Airports.Airport[].Position", found: "", count: 1 },
    ]);
  });

  test("a retyped field, a value or a whole branch", () => {
    const changed = { ...airport, CityCode: 7, Position: "50.1,8.2", CountryCode: true };
    expect(driftOf([changed])).toEqual([
      { kind: "changed_type", path: "Airports.Airport[].CountryCode", found: "boolean", count: 1 },
      { kind: "changed_type", path: "Airports.Airport[].CityCode", found: "number", count: 1 },
      { kind: "changed_type", path: "Airports.Airport[].Position", found: "text", count: 1 },
    ]);
  });

  test("an unknown code", () => {
    expect(driftOf([{ ...airport, LocationType: "Space Port" }])).toEqual([
      {
        kind: "new_code",
        path: "Airports.Airport[].LocationType",
        found: "Space Port",
        count: 1,
      },
    ]);
  });

  test("another version of the format, and what is new beside the list", () => {
    expect(driftOf([airport], { "@Version": "2.0.0", Cursor: "abc" })).toEqual([
      { kind: "new_code", path: "Meta.@Version", found: "2.0.0", count: 1 },
      { kind: "new_field", path: "Meta.Cursor", found: "text", count: 1 },
    ]);
  });

  test("something that is no object at all", () => {
    expect(driftOf(["FRA", null])).toEqual([
      { kind: "changed_type", path: "Airports.Airport[]", found: "text", count: 1 },
      { kind: "changed_type", path: "Airports.Airport[]", found: "null", count: 1 },
    ]);
  });

  test("texts that would not fit are cut", () => {
    const [finding] = driftOf([{ ...airport, LocationType: "x".repeat(300) }]);
    expect(finding?.found).toHaveLength(100);
  });
});

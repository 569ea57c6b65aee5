import { describe, expect, test } from "vitest";
import { normalizeAirports } from "@/lib/normalize/airports";

const place = (Latitude: unknown, Longitude: unknown) => ({ Coordinate: { Latitude, Longitude } });

const frankfurt = {
  AirportCode: "FRA",
  Position: place(50.0331, 8.5706),
  CityCode: "FRA",
  CountryCode: "DE",
  LocationType: "Airport",
  Names: { Name: { "@LanguageCode": "EN", $: "Frankfurt/Main International" } },
  UtcOffset: "+01:00",
  TimeZoneId: "Europe/Berlin",
};

/** What becomes of Frankfurt with some fields sent differently; undefined takes a field away. */
function normalize(changes: Record<string, unknown> = {}) {
  const item = JSON.parse(JSON.stringify({ ...frankfurt, ...changes }));
  const { records, notes } = normalizeAirports({ items: [item], codeBefore: null, ahead: [] });
  return { record: records[0]?.record, notes };
}

test("an airport as it is sent", () => {
  expect(normalize()).toEqual({
    record: {
      code: "FRA",
      name: "Frankfurt/Main International",
      cityCode: "FRA",
      countryCode: "DE",
      locationType: "airport",
      latitude: 50.0331,
      longitude: 8.5706,
      utcOffsetMinutes: 60,
      timeZone: "Europe/Berlin",
      timeZoneBasis: "sent",
    },
    notes: [],
  });
});

describe("time zones", () => {
  test("a missing one is derived where the place's standard time is the offset that was sent", () => {
    expect(normalize({ TimeZoneId: undefined }).record).toMatchObject({
      timeZone: "Europe/Berlin",
      timeZoneBasis: "derived",
    });
  });

  test("it stays unknown where the offset says otherwise", () => {
    const changes = { TimeZoneId: undefined, UtcOffset: "+02:00" };
    expect(normalize(changes).record).toMatchObject({ timeZone: null, timeZoneBasis: null });
  });

  test("it stays unknown without coordinates, without an offset, and at sea", () => {
    const without = [
      { Position: undefined },
      { UtcOffset: undefined },
      { Position: place(45, -30), UtcOffset: "-02:00" },
    ];
    for (const changes of without) {
      expect(normalize({ TimeZoneId: undefined, ...changes }).record?.timeZone).toBeNull();
    }
  });

  test("one that does not exist is noted and derived like a missing one", () => {
    const { record, notes } = normalize({ TimeZoneId: "Europe/Frankfurt" });
    expect(record).toMatchObject({ timeZone: "Europe/Berlin", timeZoneBasis: "derived" });
    expect(notes).toMatchObject([
      {
        kind: "unusable_value",
        path: "Airports.Airport[].TimeZoneId",
        found: "Europe/Frankfurt",
        count: 1,
      },
    ]);
  });

  test("one of another part of the world is noted, and derived like a missing one", () => {
    const calgary = {
      Position: place(51.1139, -114.0203),
      UtcOffset: "-07:00",
      TimeZoneId: "America/Whitehorse",
    };
    const { record, notes } = normalize(calgary);
    expect(record).toMatchObject({ timeZone: "America/Edmonton", timeZoneBasis: "derived" });
    expect(notes).toMatchObject([
      {
        kind: "unusable_value",
        path: "Airports.Airport[].TimeZoneId",
        found: "America/Whitehorse",
        count: 1,
      },
    ]);
    const cancun = { Position: place(21.0365, -86.8771), UtcOffset: "-05:00" };
    expect(normalize({ ...cancun, TimeZoneId: "America/Hermosillo" }).record).toMatchObject({
      timeZone: "America/Cancun",
      timeZoneBasis: "derived",
    });
  });

  test.each([
    ["its place near a border", place(57.8894, -101.679), "-06:00", "America/Winnipeg"],
    [
      "an offset that was right until lately",
      place(-25.24, -57.5191),
      "-04:00",
      "America/Asuncion",
    ],
    ["an offset that is summer time, as in 2017", place(40.6397, -73.7789), -4, "America/New_York"],
    ["another name of the same clocks", place(50.0331, 8.5706), "+01:00", "Europe/Stockholm"],
    ["the date line near by", place(-18.04, 178.56), "+12:00", "Pacific/Fiji"],
    ["no position", undefined, "-07:00", "America/Whitehorse"],
    ["no offset", place(51.1139, -114.0203), undefined, "America/Whitehorse"],
  ])("one is believed as sent in spite of %s", (_what, Position, UtcOffset, TimeZoneId) => {
    const { record, notes } = normalize({ Position, UtcOffset, TimeZoneId });
    expect(record).toMatchObject({ timeZone: TimeZoneId, timeZoneBasis: "sent" });
    expect(notes).toEqual([]);
  });

  test("a twin's own zone is worth more than a derived one", () => {
    const { TimeZoneId: _, ...first } = frankfurt;
    const { records } = normalizeAirports({
      items: [first, { ...frankfurt, TimeZoneId: "Europe/Busingen" }],
      codeBefore: null,
      ahead: [],
    });
    expect(records[0]?.record).toMatchObject({
      timeZone: "Europe/Busingen",
      timeZoneBasis: "sent",
    });
  });
});

describe("offsets", () => {
  test.each([
    ["+01:00", 60],
    ["-03:30", -210],
    ["+00:00", 0],
    ["-00:00", 0],
    [2, 120],
    [-4, -240],
    [5.5, 330],
    ["5.75", 345],
    [0, 0],
  ])("%j is %i minutes", (sent, minutes) => {
    expect(normalize({ UtcOffset: sent }).record?.utcOffsetMinutes).toBe(minutes);
  });

  test.each(["CET", "+15:00", "+1:5", "-13"])("%j is none: noted, and the airport kept", (sent) => {
    const { record, notes } = normalize({ UtcOffset: sent });
    expect(record).toMatchObject({ code: "FRA", utcOffsetMinutes: null });
    expect(notes).toMatchObject([{ path: "Airports.Airport[].UtcOffset", found: sent }]);
  });
});

describe("positions", () => {
  test("are rounded to what is kept, and may come as texts", () => {
    expect(normalize({ Position: place("57.09305556", 9.85) }).record).toMatchObject({
      latitude: 57.09306,
      longitude: 9.85,
    });
  });

  test.each([
    [90.1, 8],
    [50, 180.5],
    [0, 0],
    [50, null],
  ])("%j %j is no place: noted, and the airport kept without one", (latitude, longitude) => {
    const { record, notes } = normalize({ Position: place(latitude, longitude) });
    expect(record).toMatchObject({ code: "FRA", latitude: null, longitude: null });
    expect(notes).toMatchObject([
      { kind: "unusable_value", path: "Airports.Airport[].Position.Coordinate" },
    ]);
  });

  test("the equator and the prime meridian are places", () => {
    expect(normalize({ Position: place(0, 9.5) }).record).toMatchObject({
      latitude: 0,
      longitude: 9.5,
    });
  });
});

test("what an airport can do without may be missing, retyped or unknown", () => {
  const { record } = normalize({
    Position: "here",
    CityCode: ["FRA"],
    CountryCode: "Germany",
    LocationType: "Space Port",
    Names: {},
    UtcOffset: null,
    TimeZoneId: 7,
  });
  expect(record).toEqual({
    code: "FRA",
    name: null,
    cityCode: null,
    countryCode: null,
    locationType: null,
    latitude: null,
    longitude: null,
    utcOffsetMinutes: null,
    timeZone: null,
    timeZoneBasis: null,
  });
});

describe("names", () => {
  const named = (...names: [language: string, name: string][]) =>
    normalize({
      Names: { Name: names.map(([language, $]) => ({ "@LanguageCode": language, $ })) },
    });

  test("English is taken of all languages, in either case", () => {
    expect(named(["DE", "Köln"], ["en", "Cologne"]).record?.name).toBe("Cologne");
  });

  test("else the first that says anything", () => {
    expect(named(["DE", " "], ["FR", "Francfort"]).record?.name).toBe("Francfort");
  });

  test("one that is too long is cut, and noted", () => {
    const { record, notes } = named(["EN", "x".repeat(150)]);
    expect(record?.name).toHaveLength(120);
    expect(notes).toMatchObject([{ path: "Airports.Airport[].Names.Name[].$" }]);
  });
});

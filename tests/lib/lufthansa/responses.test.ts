import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  LufthansaAircraft,
  LufthansaAirline,
  LufthansaAirport,
  LufthansaCity,
  LufthansaCountry,
  numberOrText,
  oneOrMany,
  referenceList,
  textOrNumber,
} from "@/lib/lufthansa/responses";
import { recordedDir } from "../../recorded";

describe("shape quirks", () => {
  test.each([
    ["many", ["a", "b"], ["a", "b"]],
    ["one", "a", ["a"]],
    ["none", undefined, []],
    ["null", null, []],
    ["an empty object", {}, []],
  ])("oneOrMany: %s", (_what, given, list) => {
    expect(oneOrMany(z.string()).parse(given)).toEqual(list);
  });

  test("textOrNumber keeps leading zeros, and gives a number's digits", () => {
    expect(["026", 26, " 1 ", -3.5].map((given) => textOrNumber.parse(given))).toEqual([
      "026",
      "26",
      "1",
      "-3.5",
    ]);
    expect(textOrNumber.safeParse(true).success).toBe(false);
  });

  test("numberOrText takes texts that are numbers, and no others", () => {
    expect([50.1, "50.1", "-8"].map((given) => numberOrText.parse(given))).toEqual([
      50.1, 50.1, -8,
    ]);
    for (const bad of ["", "north", null, true]) {
      expect(numberOrText.safeParse(bad).success).toBe(false);
    }
  });
});

const page = {
  CityResource: {
    Cities: { City: [{ CityCode: "QQX" }, "not a record", { CityCode: null }] },
    Meta: {
      "@Version": "1.0.0",
      TotalCount: "238",
      Link: { "@Href": "https://example.test/1", "@Rel": "self" },
    },
  },
};

describe("referenceList", () => {
  test("opens the envelope and leaves the records unread", () => {
    expect(referenceList(page, "cities")).toEqual({
      items: [{ CityCode: "QQX" }, "not a record", { CityCode: null }],
      totalCount: 238,
      links: [{ rel: "self", href: "https://example.test/1" }],
    });
  });

  test("a single record is a list of one; the answer for one code has no count", () => {
    const single = { AircraftResource: { AircraftSummaries: { AircraftSummary: { a: 1 } } } };
    expect(referenceList(single, "aircraft")).toEqual({
      items: [{ a: 1 }],
      totalCount: null,
      links: [],
    });
  });

  test("no record is an empty list", () => {
    expect(
      referenceList({ AirportResource: { Airports: {}, Meta: 1 } }, "airports")?.items,
    ).toEqual([]);
  });

  test.each([null, "text", [], {}, { CityResource: {} }, { CityResource: { Cities: [] } }])(
    "%j is no envelope",
    (json) => {
      expect(referenceList(json, "cities")).toBeNull();
    },
  );
});

describe("records", () => {
  test("numbers for texts, texts for numbers, one name for many", () => {
    expect(
      LufthansaAirport.parse({
        AirportCode: "QQX",
        Position: { Coordinate: { Latitude: "50.1", Longitude: 8 } },
        Names: { Name: { "@LanguageCode": "EN", $: 100 } },
        UtcOffset: -3,
        New: 1,
      }),
    ).toEqual({
      AirportCode: "QQX",
      Position: { Coordinate: { Latitude: 50.1, Longitude: 8 } },
      Names: { Name: [{ "@LanguageCode": "EN", $: "100" }] },
      UtcOffset: "-3",
    });
  });

  test("a field that cannot be read is absent and costs no record", () => {
    const read = LufthansaCity.parse({
      CityCode: 100,
      CountryCode: { code: "DE" },
      Names: {},
      UtcOffset: "",
      TimeZoneId: null,
      Airports: { AirportCode: "QQX" },
    });
    expect(read).toMatchObject({ CityCode: "100", Airports: { AirportCode: ["QQX"] } });
    expect([read.CountryCode, read.UtcOffset, read.TimeZoneId]).toEqual(Array(3).fill(undefined));
  });

  test.each([
    {},
    { AirlineID: "" },
    { AirlineID: " " },
    { AirlineID: null },
    { AirlineID: ["LH"] },
    null,
  ])("without its code it cannot be kept: %j", (record) => {
    expect(LufthansaAirline.safeParse(record).success).toBe(false);
  });
});

describe.skipIf(!recordedDir)("recorded: every record of the reference lists is readable", () => {
  test.each([
    ["countries_en", "countries", LufthansaCountry, 238, 238],
    ["cities_en", "cities", LufthansaCity, 10_666, 10_688],
    ["airports_en", "airports", LufthansaAirport, 11_785, 11_853],
    ["airlines", "airlines", LufthansaAirline, 1132, 1132],
    ["aircraft", "aircraft", LufthansaAircraft, 382, 382],
  ] as const)("%s", (folder, stream, schema, count, totalCount) => {
    const directory = join(recordedDir ?? "", folder);
    const lists = readdirSync(directory)
      .filter((file) => file.endsWith(".json"))
      .map((file) =>
        referenceList(JSON.parse(readFileSync(join(directory, file), "utf8")), stream),
      );
    const items = lists.flatMap((list) => list?.items ?? []);
    expect(items.filter((item) => !schema.safeParse(item).success)).toEqual([]);
    expect(items).toHaveLength(count);
    expect(new Set(lists.map((list) => list?.totalCount))).toEqual(new Set([totalCount]));
  });
});

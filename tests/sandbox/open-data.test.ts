import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Cell = string | number | null;
type Table = {
  about: { source: string; licence: string; date: string };
  columns: string[];
  rows: Cell[][];
};

const root = new URL("../../", import.meta.url);
const readTable = (file: string): Table => JSON.parse(readFileSync(new URL(file, root), "utf8"));
const FILES = ["airports", "countries", "airlines", "aircraft"].map((name) => `data/${name}.json`);

describe.each(FILES)("%s", (file) => {
  const { about, columns, rows } = readTable(file);

  test("says where it comes from, and is not too large", () => {
    expect(about.source).not.toBe("");
    expect(about.licence).not.toBe("");
    expect(about.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(statSync(new URL(file, root)).size).toBeLessThan(1_500_000);
  });

  test("has whole rows, sorted by code, each code once", () => {
    expect(rows.filter((row) => row.length !== columns.length)).toEqual([]);
    const codes = rows.map(([code]) => String(code));
    expect(codes).toEqual([...new Set(codes)].sort());
  });
});

describe("airports", () => {
  const { columns, rows } = readTable("data/airports.json");
  const airports = rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, row[index]])),
  );
  const airport = (code: string) => airports.find((row) => row.code === code);

  test("have the ones that Lufthansa's list lacks", () => {
    expect(airport("DEN")).toMatchObject({ country_code: "US", time_zone: "America/Denver" });
    expect(airport("HKG")).toMatchObject({ city_name: "Hong Kong", time_zone: "Asia/Hong_Kong" });
    expect(airport("MIA")).toMatchObject({ country_code: "US", time_zone: "America/New_York" });
  });

  test("have zones of their own country, with its standard offset", () => {
    expect(airport("BAH")).toMatchObject({
      time_zone: "Asia/Bahrain",
      standard_offset_minutes: 180,
    });
    expect(airport("URC")).toMatchObject({
      time_zone: "Asia/Shanghai",
      standard_offset_minutes: 480,
    });
    expect(airport("DIL")).toMatchObject({ time_zone: "Asia/Dili", standard_offset_minutes: 540 });
    expect(airport("SYD")).toMatchObject({ standard_offset_minutes: 600 });
    expect(airport("KTM")).toMatchObject({ standard_offset_minutes: 345 });
  });

  test("have zones that this Node knows", () => {
    for (const zone of new Set(airports.map((row) => String(row.time_zone)))) {
      expect(() => new Intl.DateTimeFormat("en", { timeZone: zone })).not.toThrow();
    }
  });

  test("are in countries that are listed", () => {
    const countries = new Set(readTable("data/countries.json").rows.map(([code]) => code));
    expect(airports.filter((row) => !countries.has(row.country_code ?? ""))).toEqual([]);
  });
});

test("continents are the seven codes", () => {
  const continents = new Set(
    readTable("data/countries.json").rows.map(([, , continent]) => continent),
  );
  expect([...continents].sort()).toEqual(["AF", "AN", "AS", "EU", "NA", "OC", "SA"]);
});

test("airlines are in countries that are listed", () => {
  const countries = new Set(readTable("data/countries.json").rows.map(([code]) => code));
  const strange = readTable("data/airlines.json").rows.filter(
    (row) => !countries.has(row[3] ?? ""),
  );
  expect(strange).toEqual([]);
});

describe("land", () => {
  const file = new URL("public/land.json", root);
  const land: {
    features: { properties: { kind: string }; geometry: { coordinates: unknown[] } }[];
  } = JSON.parse(readFileSync(file, "utf8"));

  test("is small enough to be loaded late", () => {
    expect(statSync(file).size).toBeLessThan(700_000);
    expect(land.features.map(({ properties }) => properties.kind)).toEqual(["land", "borders"]);
  });

  test("does not run across the map at the antimeridian", () => {
    // Land is cut into rings of [longitude, latitude]; borders are such lines one level higher.
    const [polygons, borders] = land.features.map(({ geometry }) => geometry.coordinates);
    const lines = [...(polygons ?? []).flat(), ...(borders ?? [])] as [number, number][][];
    expect(lines.length).toBeGreaterThan(1000);
    const jumps = lines.filter((line) =>
      line.some(([x, y], index) => {
        const [before = x, latitude = y] = line[index - 1] ?? [];
        // Antarctica alone runs along the lower edge.
        return Math.abs(x - before) > 180 && Math.min(y, latitude) > -89;
      }),
    );
    expect(jumps).toEqual([]);
    expect(lines.flat().every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)).toBe(true);
  });
});

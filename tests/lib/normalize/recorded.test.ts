import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { referenceList } from "@/lib/lufthansa/responses";
import { REFERENCE_STREAMS, type ReferenceStream } from "@/lib/model/stream";
import { normalizeAircraft } from "@/lib/normalize/aircraft";
import { normalizeAirlines } from "@/lib/normalize/airlines";
import { normalizeAirports } from "@/lib/normalize/airports";
import { normalizeCities } from "@/lib/normalize/cities";
import { normalizeCountries } from "@/lib/normalize/countries";
import { findDrift } from "@/lib/normalize/drift";
import { KNOWN_SHAPES } from "@/lib/normalize/known-shapes";
import { recordedDir } from "../../recorded";
import { recordedAnswers, recordedWorld } from "../../recorded-lists";

const dir = recordedDir ?? "";

const whole = (stream: ReferenceStream) => ({
  items: [...recordedWorld(dir, stream).records.values()],
  codeBefore: null,
  ahead: [],
});

/** The part below the root key. */
const root = (json: unknown): unknown => Object.values(json as object)[0];

const driftOfFile = (stream: ReferenceStream, path: string) =>
  findDrift(root(JSON.parse(readFileSync(join(dir, path), "utf8"))), KNOWN_SHAPES[stream]);

/** Of the 460; the other 30 are in China's west, where the local zone is not the one that the offset says. */
const DERIVED = 430;

/** Zones that are sent for places where they do not hold: all of Alberta and the Arctic are said to be Whitehorse. */
const ZONES_OF_ELSEWHERE = {
  "America/Whitehorse": 84,
  "America/Hermosillo": 7,
  "America/Santiago": 6,
  "Europe/Volgograd": 5,
  "America/Mazatlan": 1,
  "America/Phoenix": 1,
  "Australia/Darwin": 1,
  "Europe/Rome": 1,
};

describe.skipIf(!recordedDir)("recorded: normalizing whole lists", () => {
  test("airports: 11,785 read, 11,782 kept, 3 rejected, none without a name, 460 without a zone, 106 with one of elsewhere", () => {
    const input = whole("airports");
    const { records, rejects, notes } = normalizeAirports(input);
    const airports = records.map(({ record }) => record);
    const without = (field: keyof (typeof airports)[number]) =>
      airports.filter((airport) => airport[field] === null).length;
    expect([input.items.length, airports.length, rejects.length]).toEqual([11_785, 11_782, 3]);
    expect(rejects.map(({ rule, key }) => `${rule} ${key}`)).toEqual([
      "duplicate_code GOM",
      "duplicate_code GPS",
      "duplicate_code HBX",
    ]);
    expect(
      (["name", "cityCode", "countryCode", "locationType", "latitude"] as const).map(without),
    ).toEqual([0, 0, 0, 0, 0]);
    expect(airports.filter(({ timeZoneBasis }) => timeZoneBasis !== "sent")).toHaveLength(
      460 + 106,
    );
    expect(airports.filter(({ timeZoneBasis }) => timeZoneBasis === "derived").length).toBe(
      DERIVED + 106,
    );
    expect(new Set(notes.map(({ path }) => path))).toEqual(
      new Set(["Airports.Airport[].TimeZoneId"]),
    );
    expect(Object.fromEntries(notes.map(({ found, count }) => [found, count]))).toEqual(
      ZONES_OF_ELSEWHERE,
    );
    const zoneOf = (code: string) => airports.find((airport) => airport.code === code)?.timeZone;
    expect(["YYC", "YEG", "CUN", "PUQ", "SCL", "CMN", "ASU", "LMP"].map(zoneOf)).toEqual([
      "America/Edmonton",
      "America/Edmonton",
      "America/Cancun",
      "America/Punta_Arenas",
      "America/Santiago",
      "Africa/Casablanca",
      "America/Asuncion",
      "Europe/Rome",
    ]);
    expect(airports.find(({ code }) => code === "GOM")?.name).toBe("Goma");
    expect(airports.filter(({ countryCode }) => countryCode === "DE")).toHaveLength(300);
  });

  test("cities: 10,666 read and kept; one has a zone that is none", () => {
    const { records, rejects, notes } = normalizeCities(whole("cities"));
    expect([records.length, rejects.length]).toEqual([10_666, 0]);
    expect(notes).toMatchObject([{ path: "Cities.City[].TimeZoneId", found: "Dummy Time Zone" }]);
    const counts = records.map(({ record }) => record.airportCodes.length);
    // 698 have several as sent; GOM, GPS, HBX and HDN have one that is sent twice.
    expect(counts.filter((count) => count > 1)).toHaveLength(694);
    expect(counts.filter((count) => count === 0)).toHaveLength(69);
    expect(Math.max(...counts)).toBe(17);
  });

  test("countries: 238 read and kept", () => {
    const { records, rejects } = normalizeCountries(whole("countries"), {
      continentOf: () => null,
    });
    expect([records.length, rejects.length]).toEqual([238, 0]);
    expect(records.find(({ record }) => record.code === "MK")?.record.name).toBe("North Macedonia");
  });

  test("airlines: 1,132 read, 1,127 kept; LH is Lufthansa, BW Caribbean Airlines, 4Y Discover Airlines", () => {
    const input = whole("airlines");
    const { records, rejects, notes } = normalizeAirlines(input, { countryOfAirline: () => null });
    expect([input.items.length, records.length, rejects.length]).toEqual([1132, 1127, 5]);
    expect(new Set(rejects.map(({ rule, key }) => `${rule} ${key}`))).toEqual(
      new Set(["duplicate_code 4Y", "duplicate_code BW", "duplicate_code LH"]),
    );
    const known = new Map(records.map(({ record }) => [record.code, record]));
    expect(known.get("LH")).toMatchObject({ name: "Lufthansa", icaoCode: "DLH" });
    expect(known.get("BW")).toMatchObject({ name: "Caribbean Airlines", icaoCode: "BWA" });
    expect(known.get("4Y")).toMatchObject({ name: "Discover Airlines", icaoCode: "OCN" });
    expect(notes).toEqual([]);
  });

  test("aircraft: 382 read, 381 kept, 748 twice", () => {
    const { records, rejects, notes } = normalizeAircraft(whole("aircraft"));
    expect([records.length, rejects.length]).toEqual([381, 1]);
    expect(rejects[0]).toMatchObject({ rule: "duplicate_code", key: "748" });
    expect(notes).toEqual([]);
  });
});

describe.skipIf(!recordedDir)("recorded: drift", () => {
  test.each(REFERENCE_STREAMS)("no answer of %s differs from the known shape", (stream) => {
    const answers = recordedAnswers(dir, stream);
    expect(answers.length).toBeGreaterThan(2);
    for (const { json } of answers) {
      expect(findDrift(root(json), KNOWN_SHAPES[stream])).toEqual([]);
      expect(referenceList(json, stream)?.items.length).toBeGreaterThan(0);
    }
  });

  test("neither do answers of other years, in other languages and for single records", () => {
    const files = [
      driftOfFile("airports", "airports_misc/FRA_lang_FR.json"),
      driftOfFile("airports", "airports_misc/default_page_all_languages_2022.json"),
      driftOfFile("airports", "airports_misc/references_page_2018.json"),
      driftOfFile("countries", "countries_misc/DE_all_languages_2022.json"),
    ];
    expect(files).toEqual([[], [], [], []]);
  });

  test("a single aircraft of 2017 had fields that lists never had: they would be seen", () => {
    expect(driftOfFile("aircraft", "aircraft_misc/74H_2017.json")).toMatchObject([
      { kind: "new_field", path: "AircraftSummaries.AircraftSummary[].MediaLinks" },
      { kind: "new_field", path: "AircraftSummaries.AircraftSummary[].Comments" },
      { kind: "new_field", path: "AircraftSummaries.AircraftSummary[].OnBoardEquipment" },
    ]);
  });
});

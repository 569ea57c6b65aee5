import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readReplay } from "@/sandbox/replay/read-replay";
import { madeAirports } from "./made-lists";
import { readPage } from "./read-page";
import { visit } from "./visitor";

const airports = madeAirports(5);

function page(root: string, group: string, element: string, items: unknown, total: number) {
  return JSON.stringify({
    [root]: { [group]: { [element]: items }, Meta: { "@Version": "1.0.0", TotalCount: total } },
  });
}

/** A recording of five airports, the third of which could not be read, and of one record of everything else. */
function record(changes: Record<string, string | null> = {}): string {
  const directory = mkdtempSync(join(tmpdir(), "sandbox-replay-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const files: Record<string, string | null> = {
    "airports_en/Airports_200_00001_to_00002_T1_p1_1_x.json": page(
      "AirportResource",
      "Airports",
      "Airport",
      airports.slice(0, 2),
      5,
    ),
    "airports_en/Airports_200_00004_to_00004_T3_p1_1_x.json": page(
      "AirportResource",
      "Airports",
      "Airport",
      airports[3],
      5,
    ),
    "airports_en/Airports_200_00005_to_00050_T0_p1_1_x.json": page(
      "AirportResource",
      "Airports",
      "Airport",
      airports[4],
      5,
    ),
    "airports_en/lhoperated1_fallback/Airports_200_00003_to_00003_T8_p1_1_x.json": page(
      "AirportResource",
      "Airports",
      "Airport",
      airports[0],
      99,
    ),
    "cities_en/Cities_200_00001_to_00100_T0_p1_1_x.json": page(
      "CityResource",
      "Cities",
      "City",
      { CityCode: "QQX" },
      1,
    ),
    "countries_en/Countries_200_001_to_100_T0_p1_1_x.json": page(
      "CountryResource",
      "Countries",
      "Country",
      { CountryCode: "DE", Names: { Name: { "@LanguageCode": "EN", $: "Germany" } } },
      1,
    ),
    "countries_fr/Countries_200_001_to_100_T0_p1_1_x.json": page(
      "CountryResource",
      "Countries",
      "Country",
      { CountryCode: "DE", Names: { Name: { "@LanguageCode": "FR", $: "Allemagne" } } },
      1,
    ),
    "airlines/Airlines_200_0001_to_0100_T0_p1_1_x.json": page(
      "AirlineResource",
      "Airlines",
      "Airline",
      { AirlineID: "LH" },
      1,
    ),
    "aircraft/Aircraft_200_001_to_100_T0_p1_1_x.json": page(
      "AircraftResource",
      "AircraftSummaries",
      "AircraftSummary",
      { AircraftCode: "32N" },
      1,
    ),
    "behaviour/unreadable_list_offsets.json": JSON.stringify({
      airports_en: { unreadable: [{ offset: 3, status: null }] },
    }),
    ...changes,
  };
  for (const [file, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(join(directory, file, ".."), { recursive: true });
    writeFileSync(join(directory, file), text);
  }
  return directory;
}

test("serves any limit and offset from pages that were recorded in other sizes", async () => {
  const { ask, send } = await visit({ replayDir: record() });
  const codes = async (query: string) => readPage((await ask(`/airports?${query}`)).text).codes;
  expect(await codes("limit=2&offset=1")).toEqual(["AAA", "AAB"]);
  expect(await codes("limit=100&offset=4")).toEqual(["AAD", "AAE"]);
  expect([404, 500]).toContain((await ask("/airports?limit=3")).status);
  expect((await ask("/airports?offset=6")).status).toBe(404);
  expect((await ask("/airports/AAE")).status).toBe(200);
  expect((await ask("/airports/AAC")).status).toBe(404);
  expect((await ask("/airports?LHoperated=1")).status).toBe(501);
  expect(JSON.parse((await send("/_sandbox/about")).text).kind).toBe("replay");
});

test("serves another language where it was recorded, else what there is", async () => {
  const { ask } = await visit({ replayDir: record() });
  for (const [language, name] of [
    ["FR", "Allemagne"],
    ["fr", "Allemagne"],
    ["EN", "Germany"],
    ["DE", "Germany"],
  ]) {
    expect((await ask(`/countries?lang=${language}`)).text).toContain(`"$":"${name}"`);
  }
});

test("a position that was never recorded cannot be healed", async () => {
  const { send } = await visit({ replayDir: record() });
  const body = JSON.stringify({ list: "airports", positions: {} });
  const reply = await send("/_sandbox/unreadable", { method: "POST", body });
  expect(reply.text).toBe('{"error":"Position 3 was never recorded and cannot be healed."}');
});

test.each([
  {
    what: "a gap",
    changes: { "airports_en/Airports_200_00004_to_00004_T3_p1_1_x.json": null },
    message: /1 gaps: airports 4 is missing/,
  },
  {
    what: "a record where none could be read",
    changes: {
      "behaviour/unreadable_list_offsets.json": JSON.stringify({
        airports_en: {
          unreadable: [
            { offset: 3, status: 404 },
            { offset: 4, status: 404 },
          ],
        },
      }),
    },
    message: /airports 4 is recorded, yet unreadable/,
  },
  {
    what: "pages of two crawls",
    changes: {
      "cities_en/Cities_200_00002_to_00101_T0_p1_1_x.json": page(
        "CityResource",
        "Cities",
        "City",
        { CityCode: "QQY" },
        2,
      ),
    },
    message: /differ in TotalCount/,
  },
  {
    what: "no airlines",
    changes: { "airlines/Airlines_200_0001_to_0100_T0_p1_1_x.json": null },
    message: /airlines/,
  },
])("refuses $what", ({ changes, message }) => {
  expect(() => readReplay(record(changes), 1)).toThrow(message);
});

import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { query } from "@/lib/db/query";
import { findRuns } from "@/lib/db/runs/find-runs";
import { overrideEnv } from "@/lib/env";
import { archiveOf } from "../../fakes/archive";
import { testDatabase } from "../../servers/test-database";
import { importInto } from "./database";

testDatabase();
overrideEnv({ MONGODB_URI: undefined });

const airlines = (...items: unknown[]) => ({
  AirlineResource: { Airlines: { Airline: items }, Meta: { TotalCount: 9 } },
});
const airline = (code: string, name?: string) => ({
  AirlineID: code,
  Names: name ? { Name: { "@LanguageCode": "EN", $: name } } : {},
});
const file = (from: number, to: number) =>
  `airlines/Airlines_200_${String(from).padStart(5, "0")}_to_${String(to).padStart(5, "0")}_T0_p1_20240527_231532.json`;

/** Position 4 was never read; the airline at 5 and 6 is one, and a border lies between them. */
const dir = archiveOf({
  [file(1, 3)]: airlines(
    airline("AA", "American"),
    airline("AC", "Canada"),
    airline("AF", "France"),
  ),
  [file(5, 5)]: airlines(airline("BW")),
  [file(6, 7)]: airlines(airline("BW", "Caribbean"), airline("LH", "Lufthansa")),
});
afterAll(() => rmSync(dir, { recursive: true }));

test("pages of a list become its records, past holes and with twins joined over the border of two pages", async () => {
  expect(await importInto(dir)).toMatchObject({
    answers: 3,
    new_answers: 3,
    rows: 6,
    inserted: 5,
    rejected: 1,
    runs: [{ stream: "airlines", status: "complete" }],
  });
  const rows = await query(
    z.object({ airline_code: z.string(), name: z.string().nullable() }),
    "SELECT airline_code, name FROM airlines ORDER BY airline_code",
  );
  expect(rows.map(({ airline_code, name }) => `${airline_code} ${name}`)).toEqual([
    "AA American",
    "AC Canada",
    "AF France",
    "BW Caribbean",
    "LH Lufthansa",
  ]);
  const { items } = await findRuns({ skip: 0, limit: 5 });
  expect(items).toMatchObject([{ task: "import", windows_done: 3, api_calls: 0, unreadable: 0 }]);
});

test("each answer is kept once, with the window of its own positions", async () => {
  const kept = await query(
    z.object({ window_key: z.string(), window_name: z.string() }),
    `SELECT w.window_key, a.window_name FROM window_payloads p JOIN sync_windows w ON w.id = p.window_id
     JOIN payload_answers a ON a.id = p.payload_id ORDER BY w.position`,
  );
  expect(kept).toEqual(
    ["1-3", "5-5", "6-7"].map((key) => ({ window_key: key, window_name: `list ${key}` })),
  );
});

test("again they give nothing new", async () => {
  expect(await importInto(dir)).toMatchObject({
    new_answers: 0,
    inserted: 0,
    updated: 0,
    unchanged: 5,
    rejected: 1,
  });
});

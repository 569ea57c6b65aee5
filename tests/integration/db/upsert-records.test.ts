import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { insertRows } from "@/lib/db/insert-rows";
import { query } from "@/lib/db/query";
import { transaction } from "@/lib/db/transaction";
import { airportEntity } from "@/lib/db/upsert/airports";
import { upsertRecords } from "@/lib/db/upsert/upsert-records";
import type { AirportRecord } from "@/lib/model/airport";
import { ROW_SOURCES, type RowSource } from "@/lib/model/source";
import { testDatabase } from "../../servers/test-database";
import { airport, PAYLOAD } from "./sync-fixture";

testDatabase();

const RUN = "01900000-0000-7000-8000-00000000000a";
const SAID = airportEntity.columns.map(({ name }) => name);
const StoredAirport = z.object({
  airport_code: z.string(),
  source: z.enum(ROW_SOURCES),
  source_differences: z.string().nullable(),
  run_id: z.string().nullable(),
  version: z.number(),
  updated_at: z.date(),
  said: z.array(z.unknown()).transform((values) => JSON.stringify(values)),
});
type StoredAirport = z.infer<typeof StoredAirport>;
type Table = Map<string, StoredAirport>;

const readTable = async (): Promise<Table> => {
  const rows = await query(
    StoredAirport,
    `SELECT airport_code, source, source_differences, run_id, version, updated_at,
       JSON_ARRAY(${SAID.join(", ")}) AS said FROM airports`,
  );
  return new Map(rows.map((row) => [row.airport_code, row]));
};

type Given = { record: AirportRecord; source: RowSource };
const OLD = new Date("2026-01-01T00:00:00.000Z");

/** Stores rows without the code that is tested; what is manual, a person said all of. */
async function store(given: readonly Given[]): Promise<void> {
  await execute("DELETE FROM airports");
  await transaction((connection) =>
    insertRows(connection, {
      table: "airports",
      columns: ["airport_code", ...SAID, "source", "manual_columns", "created_at", "updated_at"],
      rows: given.map(({ record, source }) => [
        record.code,
        ...airportEntity.columns.map(({ read }) => read(record)),
        source,
        source === "manual" ? SAID.join(" ") : "",
        OLD,
        OLD,
      ]),
    }),
  );
}

type Loader = typeof upsertRecords<AirportRecord>;

const load = (records: readonly AirportRecord[], loader: Loader = upsertRecords) =>
  transaction((connection) =>
    loader(connection, airportEntity, {
      source: "lufthansa",
      runId: RUN,
      now: new Date("2026-11-23T10:00:00.000Z"),
      records: records.map((record) => ({ record, payloadId: PAYLOAD })),
    }),
  );

/** What became of each record, told from the rows alone. */
function countDifference(before: Table, after: Table, records: readonly AirportRecord[]) {
  const counts = { inserted: 0, updated: 0, unchanged: 0 };
  for (const { code } of records) {
    const [old, now] = [before.get(code), after.get(code)];
    if (!now) throw new Error(`${code} is not in the table`);
    if (!old) counts.inserted += 1;
    else if (old.said !== now.said || old.source !== now.source) counts.updated += 1;
    else counts.unchanged += 1;
  }
  return counts;
}

function checkSuccessor(old: StoredAirport, now: StoredAirport | undefined): void {
  if (!now) throw new Error(`${old.airport_code} was deleted`);
  const changed = old.said !== now.said || old.source !== now.source;
  const noted = old.source_differences !== now.source_differences;
  if (old.source === "manual") expect(changed).toBe(false);
  else expect(noted).toBe(false);
  const was: unknown[] = JSON.parse(old.said);
  const is: unknown[] = JSON.parse(now.said);
  expect(is.filter((value, at) => value === null && was[at] !== null)).toEqual([]);
  expect(now.version).toBe(changed || noted ? 2 : 1);
  expect(now.updated_at > old.updated_at).toBe(changed);
  expect(now.run_id).toBe(changed ? RUN : null);
}

const code = fc.constantFrom("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH");
const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const record: fc.Arbitrary<AirportRecord> = fc.record({
  code,
  name: maybe("Old Town", "New Town", "Ñandú ✈"),
  cityCode: maybe("AAA", "BBB"),
  countryCode: maybe("DE", "FR"),
  locationType: maybe("airport" as const, "rail_station" as const),
  latitude: maybe(50.0333333, -0.000001, 12.5),
  longitude: maybe(8.570556, 179.999999),
  utcOffsetMinutes: maybe(60, -210),
  timeZone: maybe("Europe/Berlin", "Europe/Paris"),
  timeZoneBasis: maybe("sent" as const, "derived" as const),
});
const byCode = { selector: (given: AirportRecord) => given.code };
const batch = fc.uniqueArray(record, byCode);
const stored = fc.uniqueArray(fc.record({ record, source: fc.constantFrom(...ROW_SOURCES) }), {
  selector: (given) => given.record.code,
});

describe("upsertRecords on random tables and batches", () => {
  it("counts exactly what the rows show, and a second time finds nothing to do", async () => {
    await fc.assert(
      fc.asyncProperty(stored, batch, async (given, records) => {
        await store(given);
        const before = await readTable();
        const counts = await load(records);
        const after = await readTable();
        expect(counts).toEqual(countDifference(before, after, records));
        expect(counts.inserted).toBe(after.size - before.size);

        expect(await load(records)).toEqual({
          inserted: 0,
          updated: 0,
          unchanged: records.length,
        });
        expect(await readTable()).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });

  it("never touches a person's values, never stores null over a value, and raises the version with each change", async () => {
    await fc.assert(
      fc.asyncProperty(stored, batch, async (given, records) => {
        await store(given);
        const before = await readTable();
        await load(records);
        const after = await readTable();
        for (const [key, old] of before) checkSuccessor(old, after.get(key));
      }),
      { numRuns: 40 },
    );
  });

  it("is found out when a loader drops one row", async () => {
    const dropsOne: Loader = (connection, entity, { records, ...rest }) =>
      upsertRecords(connection, entity, { ...rest, records: records.slice(1) });
    await store([{ record: airport("BBB", { name: "Old" }), source: "lufthansa" }]);
    for (const records of [
      [airport("AAA"), airport("CCC")],
      [airport("BBB", { name: "New" }), airport("CCC")],
    ]) {
      const before = await readTable();
      const counts = await load(records, dropsOne);
      const after = await readTable();
      const check = () => expect(counts).toEqual(countDifference(before, after, records));
      expect(check).toThrow();
    }
  });
});

describe("upsertRecords", () => {
  beforeEach(() => store([]));
  const read = async (key: string) => (await readTable()).get(key);

  it("keeps a person's edit, notes what Lufthansa says instead, and forgets it when they agree", async () => {
    const edited = airport("FRA", { name: "Frankfurt (by hand)", countryCode: "DE" });
    await store([{ record: edited, source: "manual" }]);

    const said = airport("FRA", { name: "Frankfurt", latitude: 50.03333, countryCode: "DE" });
    expect(await load([said])).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
    const row = await read("FRA");
    expect(JSON.parse(row?.source_differences ?? "null")).toEqual({
      source: "lufthansa",
      name: "Frankfurt",
      latitude: 50.03333,
    });
    expect(row).toMatchObject({ source: "manual", version: 2, run_id: null, updated_at: OLD });

    await load([edited]);
    const agreed = await read("FRA");
    expect(agreed).toMatchObject({ version: 3, updated_at: OLD });
    // A source that is silent about something takes nothing back.
    expect(JSON.parse(agreed?.source_differences ?? "null")).toEqual({
      source: "lufthansa",
      latitude: 50.03333,
    });
  });

  it("takes over a sample row even when the values are equal", async () => {
    const same = airport("FRA", { name: "Frankfurt" });
    await store([{ record: same, source: "sample" }]);
    expect(await load([same])).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
    expect(await read("FRA")).toMatchObject({ source: "lufthansa", version: 2, run_id: RUN });
  });

  it("does not replace a zone that was sent by one that was derived", async () => {
    const sent = { timeZone: "Europe/Berlin", timeZoneBasis: "sent" } as const;
    const derived = { timeZone: "Europe/Busingen", timeZoneBasis: "derived" } as const;
    await load([airport("FRA", sent), airport("MUC", derived)]);
    expect(await load([airport("FRA", derived), airport("MUC", sent)])).toEqual({
      inserted: 0,
      updated: 1,
      unchanged: 1,
    });
    expect((await read("FRA"))?.said).toContain('"Europe/Berlin","sent"');
    expect((await read("MUC"))?.said).toContain('"Europe/Berlin","sent"');
  });

  it("stores what does not fit as far as it does, and settles", async () => {
    const odd = airport("FRA", {
      name: `${"x".repeat(159)}✈✈ \ud800`,
      countryCode: "DEU",
      latitude: 91,
      timeZone: "Europe/Zürich",
    });
    await load([odd]);
    expect((await read("FRA"))?.said).toMatch(/^\["x{159}✈",null,null,null,null,/);
    expect(await load([odd])).toMatchObject({ unchanged: 1 });
  });

  it("writes more than a statement holds", async () => {
    const many = Array.from({ length: 2500 }, (_, at) =>
      airport(at.toString(36).toUpperCase().padStart(3, "0"), { name: `Number ${at}` }),
    );
    expect(await load(many)).toEqual({ inserted: 2500, updated: 0, unchanged: 0 });
    expect(await load(many)).toEqual({ inserted: 0, updated: 0, unchanged: 2500 });
  });

  it("refuses a batch that holds a key twice or something that is no code, and writes nothing", async () => {
    const twice = [airport("FRA"), airport("MUC"), airport("FRA", { name: "Again" })];
    await expect(load(twice)).rejects.toThrow("FRA comes twice");
    await expect(load([airport("MUC"), airport("fra")])).rejects.toThrow("no code");
    expect((await readTable()).size).toBe(0);
  });
});

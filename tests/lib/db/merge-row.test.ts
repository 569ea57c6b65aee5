import { describe, expect, it } from "vitest";
import { airportEntity } from "@/lib/db/upsert/airports";
import { cityEntity } from "@/lib/db/upsert/cities";
import type { Cells } from "@/lib/db/upsert/entity";
import { mergeRow, type StoredRow } from "@/lib/db/upsert/merge-row";
import { ROW_SOURCES, type RowSource } from "@/lib/model/source";

const entity = { columns: airportEntity.columns.slice(0, 2) };
const stored = (
  source: RowSource,
  cells: Cells = { name: "Old", city_code: "AAA" },
): StoredRow => ({
  cells,
  source,
  differences: null,
});
const said = { name: "New", city_code: null };

/** Stored source (down) and incoming source (across): what becomes of the row. */
const OVERWRITES: Record<RowSource, readonly RowSource[]> = {
  stub: ["stub", "sample", "open_data", "lufthansa", "manual"],
  sample: ["sample", "open_data", "lufthansa", "manual"],
  open_data: ["open_data", "lufthansa", "manual"],
  lufthansa: ["lufthansa", "manual"],
  manual: ["manual"],
};

describe("mergeRow", () => {
  for (const old of ROW_SOURCES) {
    for (const source of ROW_SOURCES) {
      const wins = OVERWRITES[old].includes(source);
      it(`${source} ${wins ? "overwrites" : "yields to"} ${old}`, () => {
        const verdict = mergeRow(entity, stored(old), said, source);
        expect(verdict.kind).toBe(wins ? "updated" : "unchanged");
        if (verdict.kind === "updated") {
          expect(verdict.cells).toEqual({ name: "New", city_code: "AAA" });
        }
      });
    }
  }

  it("notes beside a person's edit only what Lufthansa says, not what others say", () => {
    const edited = { ...stored("manual"), differences: '{"name":"Before"}' };
    expect(mergeRow(entity, edited, said, "open_data")).toMatchObject({
      differences: '{"name":"Before"}',
    });
    expect(mergeRow(entity, edited, said, "lufthansa")).toMatchObject({
      differences: '{"name":"New"}',
    });
  });

  it("inserts what nobody said as the column wants it", () => {
    const columns = cityEntity.columns;
    expect(mergeRow({ columns }, undefined, { name: "Rome" }, "lufthansa")).toEqual({
      kind: "inserted",
      cells: {
        name: "Rome",
        country_code: null,
        utc_offset_minutes: null,
        time_zone: null,
        airport_codes: "",
      },
    });
  });
});

describe("cityEntity", () => {
  const read = (airportCodes: readonly string[]) => {
    const city = {
      code: "ROM",
      name: null,
      countryCode: null,
      utcOffsetMinutes: null,
      timeZone: null,
    };
    const column = cityEntity.columns.find(({ name }) => name === "airport_codes");
    return column?.read({ ...city, airportCodes });
  };

  it("keeps airport codes whole and within the column, and says nothing of none", () => {
    expect(read(["CIA", "FCO"])).toBe("CIA FCO");
    expect(read([])).toBeNull();
    const many = String(read(Array(100).fill("FCO")));
    expect(many.length).toBeLessThanOrEqual(255);
    expect(new Set(many.split(" "))).toEqual(new Set(["FCO"]));
  });
});

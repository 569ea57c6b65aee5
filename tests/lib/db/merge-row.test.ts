import { describe, expect, it } from "vitest";
import { airportEntity } from "@/lib/db/upsert/airports";
import { cityEntity } from "@/lib/db/upsert/cities";
import type { Cells } from "@/lib/db/upsert/entity";
import { mergeRow } from "@/lib/db/upsert/merge-row";
import type { RowContent } from "@/lib/db/upsert/source-view";
import { ROW_SOURCES, type SayingSource } from "@/lib/model/source";

const entity = { columns: airportEntity.columns.slice(0, 2) };
const stored = (
  source: SayingSource,
  cells: Cells = { name: "Old", city_code: "AAA" },
): RowContent => ({ cells, source, manual: [], differences: {} });
const said = { name: "New", city_code: null };
const SOURCES = ROW_SOURCES.filter((source) => source !== "manual");

/** Stored source (down) and incoming source (across): what becomes of the row. */
const OVERWRITES: Record<SayingSource, readonly SayingSource[]> = {
  stub: ["stub", "sample", "open_data", "lufthansa"],
  sample: ["sample", "open_data", "lufthansa"],
  open_data: ["open_data", "lufthansa"],
  lufthansa: ["lufthansa"],
};

describe("mergeRow", () => {
  for (const old of SOURCES) {
    for (const source of SOURCES) {
      const wins = OVERWRITES[old].includes(source);
      it(`${source} ${wins ? "overwrites" : "yields to"} ${old}`, () => {
        const { kind, content } = mergeRow(entity, stored(old), said, source);
        expect(kind).toBe(wins ? "updated" : "unchanged");
        expect(content).toEqual(
          wins ? stored(source, { name: "New", city_code: "AAA" }) : stored(old),
        );
      });
    }
  }

  const edited = (differences: Cells): RowContent => ({
    cells: { name: "By hand", city_code: "AAA" },
    source: "manual",
    manual: ["name"],
    differences,
  });

  it("keeps what a person set, notes what is said of it, and brings the rest up to date", () => {
    const row = edited({ source: "lufthansa", name: "Before" });
    const incoming = { name: "New", city_code: "BBB" };
    expect(mergeRow(entity, row, incoming, "open_data").content).toEqual(row);
    expect(mergeRow(entity, row, incoming, "lufthansa")).toEqual({
      kind: "updated",
      content: {
        cells: { name: "By hand", city_code: "BBB" },
        source: "manual",
        manual: ["name"],
        differences: { source: "lufthansa", name: "New" },
      },
    });
  });

  it("calls a row unchanged of which only the note beside it is new", () => {
    const row = edited({ source: "lufthansa", name: "Before" });
    const { kind, content } = mergeRow(entity, row, { name: "New", city_code: "AAA" }, "lufthansa");
    expect({ kind, noted: content.differences.name }).toEqual({ kind: "unchanged", noted: "New" });
  });

  it("forgets the note, but not whose word it is, once both say the same", () => {
    const row = edited({ source: "lufthansa", name: "Before" });
    const agreeing = { name: "By hand", city_code: null };
    expect(mergeRow(entity, row, agreeing, "lufthansa").content).toEqual(
      edited({ source: "lufthansa" }),
    );
  });

  it("fills what a person left open of a row that only they knew", () => {
    const own = { ...edited({ name: null }), cells: { name: "By hand", city_code: null } };
    expect(mergeRow(entity, own, { name: "Listed", city_code: "AAA" }, "stub").content).toEqual(
      edited({ source: "stub", name: "Listed" }),
    );
  });

  it("inserts what nobody said as the column wants it", () => {
    const columns = cityEntity.columns;
    expect(mergeRow({ columns }, undefined, { name: "Rome" }, "lufthansa")).toEqual({
      kind: "inserted",
      content: stored("lufthansa", {
        name: "Rome",
        country_code: null,
        utc_offset_minutes: null,
        time_zone: null,
        airport_codes: "",
      }),
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

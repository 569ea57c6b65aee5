import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { airportEntity } from "@/lib/db/upsert/airports";
import { editRow, type Saying } from "@/lib/db/upsert/edit-row";
import type { Cells } from "@/lib/db/upsert/entity";
import { mergeRow } from "@/lib/db/upsert/merge-row";
import { nobodySays, type RowContent, saysSame, viewOf } from "@/lib/db/upsert/source-view";
import type { SayingSource } from "@/lib/model/source";

const entity = airportEntity;
const nobody = nobodySays(entity.columns).cells;

type Sync = { source: SayingSource; cells: Cells };
type Step = Sync | { sayings: readonly Saying[] };

const cell = (...values: (string | number)[]) => fc.constantFrom(null, ...values);
const sync: fc.Arbitrary<Sync> = fc.record({
  source: fc.constantFrom("stub", "sample", "open_data", "lufthansa"),
  cells: fc
    .record({
      name: cell("Old Town", "New Town"),
      country_code: cell("DE", "FR"),
      latitude: cell(50, 12.5),
      time_zone: cell("Europe/Berlin", "Europe/Paris"),
      time_zone_basis: cell("sent", "derived"),
      utc_offset_minutes: cell(60, 0),
    })
    .map((cells) => ({ ...nobody, ...cells })),
});
const ofOne = (name: string, values: fc.Arbitrary<string | number | null>): fc.Arbitrary<Saying> =>
  values.map((value) => ({ cells: { [name]: value } }));
const zone: fc.Arbitrary<Saying> = cell("Europe/Berlin", "Asia/Tokyo").map((time_zone) => ({
  cells: {
    time_zone,
    time_zone_basis: time_zone && "manual",
    ...(time_zone && { utc_offset_minutes: 540 }),
  },
  compared: ["time_zone"],
}));
const edit = fc
  .tuple(
    fc.option(ofOne("name", cell("Old Town", "By Hand"))),
    fc.option(ofOne("country_code", cell("DE", "JP"))),
    fc.option(ofOne("latitude", cell(50, 35.5))),
    fc.option(zone),
  )
  .map((sayings) => ({ sayings: sayings.filter((saying) => saying !== null) }));
const steps = fc.array(fc.oneof(sync, edit), { minLength: 1, maxLength: 12 });

const isEdit = (step: Step): step is { sayings: readonly Saying[] } => "sayings" in step;
const take = (row: RowContent | undefined, step: Step): RowContent =>
  isEdit(step)
    ? editRow(entity, row, step.sayings)
    : mergeRow(entity, row, step.cells, step.source).content;
const rowAfter = (all: readonly Step[]): RowContent | undefined =>
  all.reduce<RowContent | undefined>(take, undefined);

/** What the sources alone make of the row. */
const viewAfter = (all: readonly Step[]) => {
  const row = rowAfter(all.filter((step) => !isEdit(step)));
  return row ? viewOf(row) : { source: null, cells: nobody };
};

describe("a row that syncs and people change in any order", () => {
  it("has of a person what differed when they said it, and all else as if they had said nothing", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const row = rowAfter(all);
        const view = viewAfter(all);
        const last = all.findLastIndex(isEdit);
        const then = viewAfter(all.slice(0, last));
        const said = last < 0 ? [] : (all[last] as { sayings: readonly Saying[] }).sayings;
        const theirs = said
          .filter(({ cells, compared = Object.keys(cells) }) =>
            compared.some((name) => then.source === null || then.cells[name] !== cells[name]),
          )
          .reduce((set, { cells }) => Object.assign(set, cells), {});
        expect(row?.cells).toEqual({ ...view.cells, ...theirs });
        expect(row?.manual.toSorted()).toEqual(Object.keys(theirs).toSorted());
        const isManual = Object.keys(theirs).length > 0 || view.source === null;
        expect(row?.source).toBe(isManual ? "manual" : view.source);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps what the sources say beside what people set, whoever spoke when", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const row = rowAfter(all);
        if (!row) throw new Error("Each step leaves a row");
        expect(viewOf(row)).toEqual(viewAfter(all));
        const { source = null, ...noted } = row.differences;
        expect(source).toBe(row.manual.length > 0 ? viewAfter(all).source : null);
        expect(Object.entries(noted).filter(([name, cell]) => row.cells[name] === cell)).toEqual(
          [],
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("is as if nobody had touched it once a person says nothing any more", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const row = take(rowAfter(all), { sayings: [] });
        const view = viewAfter(all);
        expect(row).toEqual({
          cells: view.cells,
          source: view.source ?? "manual",
          manual: [],
          differences: {},
        });
      }),
    );
  });

  it("does not change when the last of them says the same again", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const row = rowAfter(all);
        const last = all.at(-1);
        if (!row || !last) throw new Error("Each step leaves a row");
        expect(saysSame(take(row, last), row)).toBe(true);
      }),
    );
  });
});

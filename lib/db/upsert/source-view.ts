import type { RowSource, SayingSource } from "@/lib/model/source";
import type { Cells, Column } from "./entity";

/** What a row says, apart from when it was written and by which run. */
export type RowContent = {
  cells: Cells;
  source: RowSource;
  /** Columns that a person set, in the order of the table. */
  manual: readonly string[];
  /**
   * What the source says of columns that a person set to something else, null where it says nothing; `source` is who says
   * so. Together with the cells this is all that is needed to give a column back.
   */
  differences: Cells;
};

/** What the sources say of a row, whatever a person set. `source` is null where none of them knows it. */
export type SourceView = { source: SayingSource | null; cells: Cells };

/** The row as it would be if no person had said anything. */
export function viewOf(row: RowContent): SourceView {
  const said = row.manual.filter((name) => name in row.differences);
  return {
    source: row.source === "manual" ? sourceBeneath(row.differences) : row.source,
    cells: {
      ...row.cells,
      ...Object.fromEntries(said.map((name) => [name, row.differences[name] ?? null])),
    },
  };
}

/** It was written by `withManual`, from a view. */
const sourceBeneath = ({ source = null }: Cells) => source as SayingSource | null;

/** A row that nobody knows. */
export const nobodySays = <Rec>(columns: readonly Column<Rec>[]): SourceView => ({
  source: null,
  cells: Object.fromEntries(columns.map(({ name, nothing }) => [name, nothing])),
});

/** The row that `view` and what a person set, by column, make together. */
export function withManual<Rec>(
  columns: readonly Column<Rec>[],
  { source, cells }: SourceView,
  set: Cells,
): RowContent {
  const manual = columns.map(({ name }) => name).filter((name) => name in set);
  if (manual.length === 0) return { cells, source: source ?? "manual", manual, differences: {} };
  const different = manual.filter((name) => cells[name] !== set[name]);
  return {
    cells: { ...cells, ...set },
    source: "manual",
    manual,
    differences: {
      ...(source ? { source } : {}),
      ...Object.fromEntries(different.map((name) => [name, cells[name] ?? null])),
    },
  };
}

/** What a person set of a row, by column. */
export const manualCells = ({ cells, manual }: RowContent): Cells =>
  Object.fromEntries(manual.map((name) => [name, cells[name] ?? null]));

/** Whether two rows say the same, down to what is noted beside them. */
export const saysSame = (a: RowContent, b: RowContent): boolean => textOf(a) === textOf(b);

const textOf = ({ cells, source, manual, differences }: RowContent): string =>
  JSON.stringify([source, manual, inOrder(cells), inOrder(differences)]);

const inOrder = (cells: Cells) => Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1));

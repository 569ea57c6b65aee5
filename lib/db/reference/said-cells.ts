import type { Saying } from "../upsert/edit-row";
import type { Cells, Entity } from "../upsert/entity";

/** The cells of a record, as the columns give them back. */
export const cellsOf = <Rec>({ columns }: Entity<Rec>, record: Rec): Cells =>
  Object.fromEntries(columns.map((column) => [column.name, column.read(record)]));

/** Those of `columns` that a person says, each for itself. What is undefined in `said` is left out. */
export const eachSaid = (cells: Cells, said: Readonly<Record<string, unknown>>): Saying[] =>
  Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([column]) => ({ cells: { [column]: cells[column] ?? null } }));

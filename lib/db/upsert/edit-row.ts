import type { Cells, Entity } from "./entity";
import { nobodySays, type RowContent, viewOf, withManual } from "./source-view";

/** One thing that a person says: cells that are theirs together or not at all. */
export type Saying = {
  cells: Cells;
  /** The columns that decide whether the source says the same; all of them where absent. */
  compared?: readonly string[];
};

/**
 * A row, or none yet, of which a person says all this and no more. What differs from the source becomes theirs; what they leave
 * out, or what is the same, is the source's. Where no source knows the row, all that they say is theirs.
 */
export function editRow<Rec>(
  { columns }: Pick<Entity<Rec>, "columns">,
  stored: RowContent | undefined,
  sayings: readonly Saying[],
): RowContent {
  const view = stored ? viewOf(stored) : nobodySays(columns);
  const isTheirs = ({ cells, compared = Object.keys(cells) }: Saying): boolean =>
    view.source === null || compared.some((name) => cells[name] !== view.cells[name]);
  const theirs = sayings.filter(isTheirs).map(({ cells }) => cells);
  return withManual(columns, view, Object.assign({}, ...theirs));
}

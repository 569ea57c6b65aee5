import { ROW_SOURCES, type SayingSource } from "@/lib/model/source";
import type { Cell, Cells, Column, Entity } from "./entity";
import { manualCells, nobodySays, type RowContent, viewOf, withManual } from "./source-view";

/** What becomes of a row. `unchanged`: its values stay; what is noted beside them may still be new. */
export type Verdict = { kind: "inserted" | "updated" | "unchanged"; content: RowContent };

/**
 * What becomes of a stored row when `source` says `incoming`. A stronger or equal source overwrites what a weaker one
 * said, but nothing overwrites a value with null. What a person set stays; what is said of it is noted beside it.
 */
export function mergeRow<Rec>(
  { columns, weaker }: Pick<Entity<Rec>, "columns" | "weaker">,
  stored: RowContent | undefined,
  incoming: Cells,
  source: SayingSource,
): Verdict {
  if (!stored) {
    const view = { source, cells: filled(columns, incoming) };
    return { kind: "inserted", content: withManual(columns, view, {}) };
  }
  const view = viewOf(stored);
  if (view.source !== null && rank(source) < rank(view.source)) {
    return { kind: "unchanged", content: stored };
  }
  const cells = overwritten({ columns, ...(weaker ? { weaker } : {}) }, view.cells, incoming);
  const content = withManual(columns, { source, cells }, manualCells(stored));
  return { kind: isSame(columns, stored, content) ? "unchanged" : "updated", content };
}

function isSame<Rec>(columns: readonly Column<Rec>[], old: RowContent, now: RowContent): boolean {
  return (
    old.source === now.source && columns.every(({ name }) => old.cells[name] === now.cells[name])
  );
}

function overwritten<Rec>(
  { columns, weaker }: Pick<Entity<Rec>, "columns" | "weaker">,
  stored: Cells,
  said: Cells,
): Cells {
  const yielding = weaker?.(said, stored) ?? [];
  const winner = (name: string): Cell =>
    (yielding.includes(name) ? null : said[name]) ?? stored[name] ?? null;
  return Object.fromEntries(columns.map(({ name }) => [name, winner(name)]));
}

const rank = (source: SayingSource): number => ROW_SOURCES.indexOf(source);

const filled = <Rec>(columns: readonly Column<Rec>[], said: Cells): Cells =>
  overwritten({ columns }, nobodySays(columns).cells, said);

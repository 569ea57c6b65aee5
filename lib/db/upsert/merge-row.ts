import { ROW_SOURCES, type RowSource } from "@/lib/model/source";
import type { Cell, Cells, Column, Entity } from "./entity";

/** A row as it is stored, without what the merge does not look at. */
export type StoredRow = {
  cells: Cells;
  source: RowSource;
  /** JSON of column -> what Lufthansa says, where a person's edit differs from it. */
  differences: string | null;
};

export type Verdict =
  | { kind: "inserted"; cells: Cells }
  | { kind: "updated"; cells: Cells }
  /** The values stay. `differences` is what is to be noted beside them, the same as stored if nothing is. */
  | { kind: "unchanged"; differences: string | null };

/**
 * What becomes of a stored row when `source` says `incoming`. A stronger or equal source overwrites, but nothing
 * overwrites a value with null, and nothing but a person overwrites `manual`, beside which Lufthansa's view is noted.
 */
export function mergeRow<Rec>(
  entity: Pick<Entity<Rec>, "columns" | "weaker">,
  stored: StoredRow | undefined,
  incoming: Cells,
  source: RowSource,
): Verdict {
  if (!stored) return { kind: "inserted", cells: filled(entity.columns, incoming) };
  if (stored.source === "manual" && source === "lufthansa") {
    return {
      kind: "unchanged",
      differences: differencesOf(entity.columns, stored.cells, incoming),
    };
  }
  if (rank(source) < rank(stored.source)) {
    return { kind: "unchanged", differences: stored.differences };
  }
  const cells = overwritten(entity, stored.cells, incoming);
  const same =
    source === stored.source &&
    entity.columns.every(({ name }) => cells[name] === stored.cells[name]);
  return same ? { kind: "unchanged", differences: null } : { kind: "updated", cells };
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

const rank = (source: RowSource): number => ROW_SOURCES.indexOf(source);

const filled = <Rec>(columns: readonly Column<Rec>[], said: Cells): Cells =>
  Object.fromEntries(columns.map(({ name, nothing }) => [name, said[name] ?? nothing]));

function differencesOf<Rec>(
  columns: readonly Column<Rec>[],
  stored: Cells,
  said: Cells,
): string | null {
  const different = columns
    .map(({ name }) => [name, said[name] ?? null] as const)
    .filter(([name, value]) => value !== null && value !== stored[name]);
  return different.length > 0 ? JSON.stringify(Object.fromEntries(different)) : null;
}

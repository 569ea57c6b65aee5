import type { Item } from "./json";

export const LIST_NAMES = ["countries", "cities", "airports", "airlines", "aircraft"] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** How a page answers whose first unreadable position is this one (API.md 6.1). */
export type UnreadableStatus = 404 | 500;

/**
 * A list by position: `items[0]` is position 1. A position in `unreadable` fails every page that contains it; its
 * item is null where nobody ever saw it (replay).
 */
export type List = {
  items: readonly (Item | null)[];
  unreadable: Map<number, UnreadableStatus>;
  /** The same positions where another language was recorded; keys are upper-case language codes. */
  translations?: Record<string, readonly (Item | null)[]>;
};

/** All that the server serves. `lhOperated` is what LHoperated=1 lists: another, shorter list; null = not known. */
export type Catalog = { lists: Record<ListName, List>; lhOperated: List | null };

/** A catalog of the given lists; the others are empty. For tests. */
export function catalogOf(lists: Partial<Record<ListName, Item[]>>): Catalog {
  const list = (name: ListName): List => ({ items: lists[name] ?? [], unreadable: new Map() });
  return {
    lists: {
      countries: list("countries"),
      cities: list("cities"),
      airports: list("airports"),
      airlines: list("airlines"),
      aircraft: list("aircraft"),
    },
    lhOperated: null,
  };
}

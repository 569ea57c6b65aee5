import type { PUBLIC_PLAN } from "@/sandbox/quota";
import { type Sandbox, startSandbox } from "@/sandbox/start-sandbox";
import { madeAirports, madeCatalog } from "../../sandbox/made-lists";

/** Airports of the small list; one of them is a twin. */
export const SMALL_LIST = { positions: 330, unreadable: 4, twins: 1 };

/**
 * A source with one list that has everything that makes lists hard: four windows, positions that cannot be read, and a
 * twin whose later half has the name.
 */
export function startSmallSource(
  options: { quota?: typeof PUBLIC_PLAN | null } = {},
): Promise<Sandbox> {
  const catalog = madeCatalog(SMALL_LIST.positions);
  const items = [...madeAirports(SMALL_LIST.positions)];
  const twin = items[149];
  if (!twin) throw new Error("the list is shorter than its twin's place");
  const nameless = { ...twin, Names: {} };
  items.splice(149, 2, nameless as unknown as typeof twin, twin); // A twin without a name stands first, as recorded.
  catalog.lists.airports = {
    items,
    unreadable: new Map([
      [17, 404],
      [120, 500],
      [121, 404],
      [330, 500],
    ]),
  };
  return startSandbox({ catalog, quota: options.quota ?? null });
}

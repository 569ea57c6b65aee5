import type { ListName, UnreadableStatus } from "../catalog";
import { seededFraction } from "../seeded";

/** Of the 63 airport positions whose error was recorded, 40 answered 404 and 23 answered 500 (API.md 6.1). */
export const SHARE_OF_404 = 40 / 63;

/** How an unreadable position answers whose error was not recorded; all of the cities' errors were 500. */
export function inventedStatus(name: ListName, position: number, seed: number): UnreadableStatus {
  if (name !== "airports") return 500;
  return seededFraction(seed, "unreadable", position) < SHARE_OF_404 ? 404 : 500;
}

/** The part of behaviour/unreadable_list_offsets.json for one list; nothing there means no such positions. */
export function readUnreadable(
  recorded: { unreadable: { offset: number; status: UnreadableStatus | null }[] } | undefined,
  name: ListName,
  seed: number,
): Map<number, UnreadableStatus> {
  return new Map(
    recorded?.unreadable.map(({ offset, status }) => [
      offset,
      status ?? inventedStatus(name, offset, seed),
    ]),
  );
}

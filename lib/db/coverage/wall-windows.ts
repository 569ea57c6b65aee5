import { BOARD_HOURS } from "@/lib/model/coverage";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** A span of wall time at one place, in minutes since 1970 as if its clock were UTC. */
export type WallWindow = { from: number; to: number };

/** What a window covers of its place's wall time, by its key: four hours of a board (`2030-05-01T04:00`), or a whole day. */
export function wallWindow(key: string): WallWindow {
  const isBoard = key.length > 10;
  const from = Date.parse(`${isBoard ? key : `${key}T00:00`}Z`) / MINUTE_MS;
  return { from, to: from + (isBoard ? BOARD_HOURS * 60 : DAY_MINUTES) };
}

/** How many minutes these windows cover together, of `within` where it is given. */
export function coveredMinutes(windows: readonly WallWindow[], within?: WallWindow): number {
  const start = within?.from ?? -Infinity;
  const end = within?.to ?? Infinity;
  let covered = 0;
  let reached = start;
  for (const { from, to } of windows.toSorted((one, other) => one.from - other.from)) {
    const begin = Math.max(from, reached);
    const stop = Math.min(to, end);
    if (stop <= begin) continue;
    covered += stop - begin;
    reached = stop;
  }
  return covered;
}

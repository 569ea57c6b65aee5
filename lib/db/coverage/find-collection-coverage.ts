import { z } from "zod";
import type { CoverageDay } from "@/lib/contract/coverage";
import { DIRECTIONS } from "@/lib/model/coverage";
import type { FlightStream } from "@/lib/model/stream";
import { query } from "../query";
import { coveredMinutes, type WallWindow, wallWindow } from "./wall-windows";

const Row = z.object({
  place: z.string(),
  scope: z.string(),
  window_key: z.string(),
  day: z.string(),
  settled: z.number(),
  fetched: z.number(),
});
type Row = z.infer<typeof Row>;

/**
 * How much of each place's local days one stream has collected for good, by place and day: `share` (0 to 1) of the day's wall time
 * that settled windows cover, of an airport on both sides. It does not matter at which hours windows begin. Days of which
 * nothing was ever asked are left out.
 */
export async function findCollectionCoverage(wish: {
  stream: FlightStream;
  from: string;
  to: string;
  places?: readonly string[];
}): Promise<CoverageDay[]> {
  const { stream, from, to, places } = wish;
  const rows = await query(
    Row,
    // A window that begins late in a day reaches into the next one.
    `SELECT place, scope, window_key, day, settled, fetched FROM coverage
     WHERE stream = ? AND day BETWEEN ? - INTERVAL 1 DAY AND ?${places ? " AND place IN (?)" : ""}`,
    [stream, from, to, ...(places ? [places] : [])],
  );
  const days = new Map<string, { place: string; day: string; rows: Row[] }>();
  for (const row of rows) {
    for (const day of daysOf(row.window_key)) {
      if (day < from || day > to) continue;
      const name = `${row.place} ${day}`;
      const known = days.get(name) ?? { place: row.place, day, rows: [] };
      known.rows.push(row);
      days.set(name, known);
    }
  }
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { place, day, rows: own }]) => toCoverageDay(place, day, own));
}

function toCoverageDay(place: string, day: string, rows: readonly Row[]): CoverageDay {
  const own = rows.filter((row) => row.day === day);
  return {
    place,
    day,
    windows: own.length,
    settled: own.filter(({ settled }) => settled === 1).length,
    share: shareOf(place, wallWindow(day), rows),
    flights: own.reduce((sum, { fetched }) => sum + fetched, 0),
  };
}

function shareOf(place: string, day: WallWindow, rows: readonly Row[]): number {
  const settled = rows.filter(({ settled: isSettled }) => isSettled === 1);
  const scopes = place.includes("-")
    ? [place]
    : DIRECTIONS.map((direction) => `${place}/${direction}`);
  const covered = scopes.map((scope) =>
    coveredMinutes(
      settled.filter((row) => row.scope === scope).map(({ window_key }) => wallWindow(window_key)),
      day,
    ),
  );
  const sum = covered.reduce((total, minutes) => total + minutes, 0);
  return sum / ((day.to - day.from) * scopes.length);
}

/** The local days that a window reaches into: `2030-05-01T22:00` that one and the next. */
function daysOf(key: string): string[] {
  const { from, to } = wallWindow(key);
  const dayOf = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 10);
  return [...new Set([dayOf(from), dayOf(to - 1)])];
}

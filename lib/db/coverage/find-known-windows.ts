import { z } from "zod";
import { WINDOW_STATES } from "@/lib/model/run";
import type { FlightStream } from "@/lib/model/stream";
import type { KnownWindow } from "@/lib/sync/flight-knowledge";
import { query } from "../query";

const Row = z.object({
  scope: z.string(),
  window_key: z.string(),
  state: z.enum(WINDOW_STATES),
  settled: z.number(),
  fetched: z.number(),
});

/**
 * How the windows of these local days stand by their newest answer, by `scope key`; those that nobody asked for are not in it.
 * `place` is an airport or a route (`FRA`, `FRA-LHR`); null: all places.
 */
export async function findKnownWindows(wish: {
  stream: FlightStream;
  place: string | null;
  from: string;
  to: string;
}): Promise<Map<string, KnownWindow>> {
  const { stream, place, from, to } = wish;
  const rows = await query(
    Row,
    `SELECT scope, window_key, state, settled, fetched FROM coverage
     WHERE stream = ? AND day BETWEEN ? AND ?${place === null ? "" : " AND place = ?"}`,
    [stream, from, to, ...(place === null ? [] : [place])],
  );
  return new Map(
    rows.map(({ window_key: key, settled, ...row }) => [
      `${row.scope} ${key}`,
      { ...row, key, settled: settled === 1 },
    ]),
  );
}

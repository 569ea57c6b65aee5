import { z } from "zod";
import type { CoverageTotal } from "@/lib/contract/coverage";
import { WINDOW_STATES } from "@/lib/model/run";
import { FLIGHT_STREAMS } from "@/lib/model/stream";
import { query } from "../query";

const Row = z.object({
  stream: z.enum(FLIGHT_STREAMS),
  state: z.enum(WINDOW_STATES),
  windows: z.number(),
  settled: z.number(),
  fetched: z.number(),
  calls: z.number(),
});

/** How the windows of these local days stand, by stream and state; without days all that were ever asked. */
export function findCoverageTotals(
  span: { from: string; to: string } | null = null,
): Promise<CoverageTotal[]> {
  return query(
    Row,
    `SELECT stream, state, COUNT(*) AS windows, SUM(settled) AS settled, SUM(fetched) AS fetched, SUM(calls) AS calls
     FROM coverage${span ? " WHERE day BETWEEN ? AND ?" : ""} GROUP BY stream, state ORDER BY stream, state`,
    span ? [span.from, span.to] : [],
  );
}

import { z } from "zod";
import { FLIGHT_STREAMS, type FlightStream } from "@/lib/model/stream";
import { allOf, fragment } from "../fragment";
import { query } from "../query";
import type { ReportRange } from "./counted-flights";

const Row = z.object({
  stream: z.enum(FLIGHT_STREAMS),
  state: z.string(),
  windows: z.number(),
  settled: z.number(),
  assumed: z.number(),
  first_day: z.string(),
  last_day: z.string(),
});

export type CoverageCounts = {
  windows: number;
  settled: number;
  /** The time of their newest answer is assumed: recordings do not tell it. */
  assumed: number;
  first_day: string;
  last_day: string;
  states: Record<string, number>;
};

/** Of each stream of flights that was asked for on these days: how its windows stand. */
export async function countCoverage({
  from,
  to,
}: ReportRange): Promise<{ [Stream in FlightStream]?: CoverageCounts }> {
  const conditions = [];
  if (from) conditions.push(fragment("day >= ?", from));
  if (to) conditions.push(fragment("day <= ?", to));
  const { sql, params } = allOf(conditions);
  const rows = await query(
    Row,
    `SELECT stream, state, COUNT(*) AS windows, SUM(settled) AS settled, SUM(assumed) AS assumed,
       MIN(day) AS first_day, MAX(day) AS last_day
     FROM coverage WHERE ${sql} GROUP BY stream, state ORDER BY stream, state`,
    params,
  );
  const streams: { [Stream in FlightStream]?: CoverageCounts } = {};
  for (const row of rows) streams[row.stream] = add(streams[row.stream], row);
  return streams;
}

function add(sum: CoverageCounts | undefined, row: z.infer<typeof Row>): CoverageCounts {
  const { state, windows, settled, assumed, first_day, last_day } = row;
  if (!sum) return { windows, settled, assumed, first_day, last_day, states: { [state]: windows } };
  return {
    windows: sum.windows + windows,
    settled: sum.settled + settled,
    assumed: sum.assumed + assumed,
    first_day: [first_day, sum.first_day].sort()[0] ?? first_day,
    last_day: [last_day, sum.last_day].sort()[1] ?? last_day,
    states: { ...sum.states, [state]: windows },
  };
}

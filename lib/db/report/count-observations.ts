import { z } from "zod";
import { allOf, fragment } from "../fragment";
import { query } from "../query";
import type { ReportRange } from "./counted-flights";

/** From how many answers the flights of these days are known, and how often the answers told of one. */
export async function countObservations({
  from,
  to,
}: ReportRange): Promise<{ answers: number; rows: number }> {
  const conditions = [fragment("stream <> 'manual'")];
  if (from) conditions.push(fragment("flight_date >= ?", from));
  if (to) conditions.push(fragment("flight_date <= ?", to));
  const { sql, params } = allOf(conditions);
  const [row] = await query(
    z.object({ answers: z.number(), observations: z.number() }),
    `SELECT COUNT(DISTINCT payload_id) AS answers, COUNT(*) AS observations
     FROM flight_observations WHERE ${sql}`,
    params,
  );
  return { answers: row?.answers ?? 0, rows: row?.observations ?? 0 };
}

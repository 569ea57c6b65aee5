import { z } from "zod";
import { FLIGHT_STREAMS } from "@/lib/model/stream";
import { query } from "../query";

/** How many records of flights could not be kept, by the rule that they broke. The same record is counted once. */
export async function countRejects(): Promise<Record<string, number>> {
  const rows = await query(
    z.object({ rule: z.string(), records: z.number() }),
    "SELECT rule, COUNT(*) AS records FROM rejects WHERE stream IN (?) AND resolved_at IS NULL GROUP BY rule ORDER BY rule",
    [FLIGHT_STREAMS],
  );
  return Object.fromEntries(rows.map(({ rule, records }) => [rule, records]));
}

import type { Connection } from "mariadb";
import { z } from "zod";
import type { Health } from "@/lib/contract/system";
import { RUN_STATUSES } from "@/lib/model/run";
import { STREAMS, type StreamName } from "@/lib/model/stream";
import { query } from "../query";

const LastRun = z.object({
  stream: z.enum(STREAMS),
  last_run_id: z.string(),
  last_status: z.enum(RUN_STATUSES),
});
const LastInstant = z.object({ stream: z.enum(STREAMS), at: z.date() });

/** For each stream: its newest run, when a run last ended, and when the list was last answered whole. */
export async function findLastRuns(): Promise<Health["streams"]> {
  const [newest, finished, complete] = await Promise.all([
    query(
      LastRun,
      eachStream(
        "SELECT stream, id AS last_run_id, status AS last_status FROM sync_runs WHERE stream = ?",
      ),
      STREAMS,
    ),
    lastInstants("finished_at IS NOT NULL"),
    findLastComplete(),
  ]);
  return STREAMS.map((stream) => {
    const last = newest.find((row) => row.stream === stream);
    return {
      stream,
      last_run_id: last?.last_run_id ?? null,
      last_status: last?.last_status ?? null,
      last_finished_at: finished.get(stream)?.toISOString() ?? null,
      last_complete_at: complete.get(stream)?.toISOString() ?? null,
    };
  });
}

/** When each stream's whole list was last answered. */
export const findLastComplete = (connection?: Connection): Promise<Map<StreamName, Date>> =>
  lastInstants("scope = 'list' AND status = 'complete'", connection);

async function lastInstants(
  condition: string,
  connection?: Connection,
): Promise<Map<StreamName, Date>> {
  const rows = await query(
    LastInstant,
    eachStream(`SELECT stream, finished_at AS at FROM sync_runs WHERE stream = ? AND ${condition}`),
    STREAMS,
    connection,
  );
  return new Map(rows.map(({ stream, at }) => [stream, at]));
}

/** One short walk down the index of (stream, created_at) for each stream, instead of one over all runs. */
const eachStream = (select: string): string =>
  STREAMS.map(() => `(${select} ORDER BY created_at DESC, id DESC LIMIT 1)`).join(" UNION ALL ");

import type { Connection } from "mariadb";
import { z } from "zod";
import type { Health } from "@/lib/contract/system";
import { RUN_STATUSES } from "@/lib/model/run";
import { isFlightStream, STREAMS, type StreamName } from "@/lib/model/stream";
import { query } from "../query";

const LastRun = z.object({
  stream: z.enum(STREAMS),
  last_run_id: z.string(),
  last_status: z.enum(RUN_STATUSES),
});
const LastInstant = z.object({ stream: z.enum(STREAMS), at: z.date() });

type LastRuns = Omit<Health["streams"][number], "freshness">;

/** For each stream: its newest run, when a run last ended, and when it was last answered whole. */
export async function findLastRuns(): Promise<LastRuns[]> {
  const [newest, finished, complete] = await Promise.all([
    query(
      LastRun,
      eachStream(
        () =>
          "SELECT stream, id AS last_run_id, status AS last_status FROM sync_runs WHERE stream = ?",
      ),
      STREAMS,
    ),
    lastInstants(() => "finished_at IS NOT NULL"),
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

/**
 * When each stream was last answered whole: its list, or of flights a live round or the usual days of all that is tracked. A
 * single route, a backfill or an import says nothing of how fresh the rest is.
 */
export const findLastComplete = (connection?: Connection): Promise<Map<StreamName, Date>> =>
  lastInstants((stream) => (isFlightStream(stream) ? OF_FLIGHTS : OF_A_LIST), connection);

const OF_A_LIST = "scope = 'list' AND status = 'complete'";
const OF_FLIGHTS =
  "task = 'collect' AND status = 'complete' AND (scope LIKE 'flights % live' OR scope LIKE 'flights tracked % missing' OR scope = 'flights tracked missing')";

async function lastInstants(
  condition: (stream: StreamName) => string,
  connection?: Connection,
): Promise<Map<StreamName, Date>> {
  const rows = await query(
    LastInstant,
    eachStream(
      (stream) =>
        `SELECT stream, finished_at AS at FROM sync_runs WHERE stream = ? AND ${condition(stream)}`,
    ),
    STREAMS,
    connection,
  );
  return new Map(rows.map(({ stream, at }) => [stream, at]));
}

/** One short walk down the index of (stream, created_at) for each stream, instead of one over all runs. */
const eachStream = (select: (stream: StreamName) => string): string =>
  STREAMS.map((stream) => `(${select(stream)} ORDER BY created_at DESC, id DESC LIMIT 1)`).join(
    " UNION ALL ",
  );

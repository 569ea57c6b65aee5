import type { Connection } from "mariadb";
import { z } from "zod";
import { placeOf } from "@/lib/model/coverage";
import { FLIGHT_STREAMS } from "@/lib/model/stream";
import { toFlightWindow } from "@/lib/sync/streams/flight-window";
import { fitText } from "../fit-text";
import { insertRows, type Value } from "../insert-rows";
import { query } from "../query";
import { COVERAGE_COLUMNS } from "./coverage-row";

const UnansweredRow = z.object({
  id: z.number(),
  stream: z.enum(FLIGHT_STREAMS),
  scope: z.string(),
  window_key: z.string(),
  plan: z.string(),
  state: z.enum(["failed", "cancelled"]),
  calls: z.number(),
  message: z.string().nullable(),
  finished_at: z.date(),
});

const NEVER_ANSWERED = "observed_at IS NULL";

/**
 * Notes in the coverage ledger which windows of flights of a run failed or were cancelled. A window that was ever answered stays as
 * it is, with the failure as its message where that is newer; one that failed before is not called cancelled. Runs that ask
 * nobody (of files, or of the raw store) say nothing of windows. Doing it twice is doing it once.
 */
export async function noteUnanswered(connection: Connection, runId: string): Promise<void> {
  const windows = await query(
    UnansweredRow,
    `SELECT w.id, w.stream, w.scope, w.window_key, w.plan, w.state, w.calls, w.message, w.finished_at
     FROM sync_windows w JOIN sync_runs r ON r.id = w.run_id
     WHERE w.run_id = ? AND w.state IN ('failed', 'cancelled') AND w.stream IN (?)
       AND r.task IN ('collect', 'backfill') ORDER BY w.scope, w.window_key`,
    [runId, FLIGHT_STREAMS],
    connection,
  );
  const rowsOf = (state: "failed" | "cancelled") =>
    windows.filter((window) => window.state === state).map((window) => toRow(runId, window));
  await insertRows(connection, {
    table: "coverage",
    columns: COVERAGE_COLUMNS,
    rows: rowsOf("failed"),
    onDuplicate: [
      `message = IF(${NEVER_ANSWERED} OR observed_at < VALUES(updated_at), VALUES(message), message)`,
      ...["state", "calls", "run_id", "window_id", "updated_at"].map(
        (column) => `${column} = IF(${NEVER_ANSWERED}, VALUES(${column}), ${column})`,
      ),
    ].join(", "),
  });
  await insertRows(connection, {
    table: "coverage",
    columns: COVERAGE_COLUMNS,
    rows: rowsOf("cancelled"),
    onDuplicate: "stream = coverage.stream",
  });
}

function toRow(runId: string, row: z.infer<typeof UnansweredRow>): Value[] {
  const plan = z.json().parse(JSON.parse(row.plan));
  const window = toFlightWindow({ scope: row.scope, key: row.window_key, plan });
  const message = row.message ?? "The run was cancelled before this window was asked.";
  return [
    row.stream,
    window.scope,
    window.key,
    placeOf(window.scope),
    window.day,
    window.startsAt,
    window.endsAt,
    row.state,
    0,
    null,
    0,
    row.calls,
    null,
    0,
    fitText(message, 1000),
    runId,
    row.id,
    row.finished_at,
  ];
}

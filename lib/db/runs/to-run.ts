import type { Run } from "@/lib/contract/sync";
import type { Pace } from "./find-paces";
import type { RunRow } from "./run-row";
import { NO_WINDOWS, type WindowSums } from "./sum-windows";

/** So little says nothing of the pace: the first windows carry the token call and the plan. */
const ENOUGH_WINDOWS = 3;
const ENOUGH_SECONDS = 5;

/** A stored run, the sums of its windows and, while it works, its pace, as the API shows them. */
export function toRun(row: RunRow, sums: WindowSums = NO_WINDOWS, pace?: Pace): Run {
  const { started_at, finished_at } = row;
  return {
    id: row.id,
    stream: row.stream,
    scope: row.scope,
    task: row.task,
    priority: row.priority,
    trigger: row.run_trigger,
    requested_by: row.requested_by,
    status: row.status,
    cancel_requested: row.cancel_requested_at !== null,
    message: row.message,
    ...sums,
    ...progressOf(row, sums, pace),
    waiting_until: instantOrNull(row.waiting_until),
    paused_at: instantOrNull(row.paused_at),
    created_at: row.created_at.toISOString(),
    started_at: instantOrNull(started_at),
    finished_at: instantOrNull(finished_at),
    duration_ms:
      started_at && finished_at ? Math.max(0, finished_at.getTime() - started_at.getTime()) : null,
  };
}

function progressOf(
  { status, paused_at, cancel_requested_at, waiting_until }: RunRow,
  sums: WindowSums,
  pace: Pace | undefined,
): Pick<Run, "windows_per_minute" | "seconds_left"> {
  const works = status === "running" && paused_at === null && cancel_requested_at === null;
  if (!works || !pace || pace.windows < ENOUGH_WINDOWS || pace.seconds < ENOUGH_SECONDS) {
    return { windows_per_minute: null, seconds_left: null };
  }
  const left = sums.windows_planned - sums.windows_done - sums.windows_failed;
  // A wait that has just begun is hardly in the pace yet, but nothing ends before it.
  const wait = waiting_until ? (waiting_until.getTime() - Date.now()) / 1000 : 0;
  return {
    windows_per_minute: Math.round((600 * pace.windows) / pace.seconds) / 10,
    seconds_left: Math.max(0, Math.round(Math.max(wait, (left * pace.seconds) / pace.windows))),
  };
}

const instantOrNull = (instant: Date | null): string | null => instant?.toISOString() ?? null;

import type { Run } from "@/lib/contract/sync";
import type { RunRow } from "./run-row";
import { NO_WINDOWS, type WindowSums } from "./sum-windows";

/** A stored run and the sums of its windows as the API shows them. */
export function toRun(row: RunRow, sums: WindowSums = NO_WINDOWS): Run {
  const { started_at, finished_at } = row;
  return {
    id: row.id,
    stream: row.stream,
    scope: row.scope,
    trigger: row.run_trigger,
    requested_by: row.requested_by,
    status: row.status,
    cancel_requested: row.cancel_requested_at !== null,
    message: row.message,
    ...sums,
    waiting_until: instantOrNull(row.waiting_until),
    created_at: row.created_at.toISOString(),
    started_at: instantOrNull(started_at),
    finished_at: instantOrNull(finished_at),
    duration_ms:
      started_at && finished_at ? Math.max(0, finished_at.getTime() - started_at.getTime()) : null,
  };
}

const instantOrNull = (instant: Date | null): string | null => instant?.toISOString() ?? null;

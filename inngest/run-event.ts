import type { Run } from "@/lib/contract/sync";
import { RUN_PRIORITIES, type RunTask } from "@/lib/model/run";
import { backfillRequested, normalizeRequested, syncRequested } from "./events";

/** Tasks that wait for a worker. An import is none: the command that reads the files works on it itself. */
type QueuedTask = Exclude<RunTask, "import">;

const EVENTS = {
  collect: syncRequested,
  backfill: backfillRequested,
  normalize: normalizeRequested,
} as const satisfies Record<QueuedTask, unknown>;

/** The event that makes an Inngest server begin a run, or go on with it. */
export function runEvent({
  id,
  task,
  priority,
}: Pick<Run, "id" | "priority"> & { task: QueuedTask }) {
  // Live work overtakes what was asked for less than a hundred seconds before it; a backfill lets others by.
  return EVENTS[task].create({ run_id: id, ahead_seconds: 2 * (RUN_PRIORITIES.usual - priority) });
}

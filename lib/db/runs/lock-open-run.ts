import type { Connection } from "mariadb";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { RUN_STATUSES, RUN_TASKS, type RunStatus, type RunTask } from "@/lib/model/run";
import { query } from "../query";
import { noSuchRun } from "./get-run";
import { isOpen } from "./run-row";

const OpenRow = z.object({
  status: z.enum(RUN_STATUSES),
  task: z.enum(RUN_TASKS),
  begun: z.number(),
  waits: z.number(),
  lease_over: z.number(),
  cancelled: z.number(),
  paused: z.number(),
  now: z.date(),
});

export type OpenRun = {
  task: RunTask;
  /** Somebody worked on it before. */
  begun: boolean;
  /** Nobody works on it now: it is queued, or waits for the quota, or its worker is gone. */
  idle: boolean;
  cancelRequested: boolean;
  /** How it stands, for the audit log, and the database's clock. */
  shown: { status: RunStatus; cancel_requested: boolean; paused: boolean };
  now: Date;
};

/** Locks the row of a run that has not ended, until the commit. Throws `not_found`, and `conflict` when it has ended. */
export async function lockOpenRun(connection: Connection, id: string): Promise<OpenRun> {
  const [run] = await query(
    OpenRow,
    `SELECT status, task, started_at IS NOT NULL AS begun, cancel_requested_at IS NOT NULL AS cancelled,
       COALESCE(waiting_until > UTC_TIMESTAMP(3), 0) AS waits,
       COALESCE(lease_until < UTC_TIMESTAMP(3), 1) AS lease_over, paused_at IS NOT NULL AS paused,
       UTC_TIMESTAMP(3) AS now
     FROM sync_runs WHERE id = ? FOR UPDATE`,
    [id],
    connection,
  );
  if (!run) throw noSuchRun(id);
  if (!isOpen(run.status)) {
    throw new AppError("conflict", `The run has ended already (${run.status}); nothing changed.`);
  }
  return {
    task: run.task,
    begun: run.begun === 1,
    idle: run.status === "queued" || run.waits === 1 || run.lease_over === 1,
    cancelRequested: run.cancelled === 1,
    shown: {
      status: run.status,
      cancel_requested: run.cancelled === 1,
      paused: run.paused === 1,
    },
    now: run.now,
  };
}

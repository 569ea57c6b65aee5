import { z } from "zod";
import { RUN_STATUSES, RUN_TASKS } from "@/lib/model/run";
import { STREAMS } from "@/lib/model/stream";
import type { RunHead } from "@/lib/sync/ports";
import { execute } from "../execute";
import { query } from "../query";
import { noSuchRun } from "../runs/get-run";
import { isOpen } from "../runs/run-row";
import { parseScope } from "../runs/scope-text";
import { transaction } from "../transaction";
import { LEASE_END } from "./lease";

export type Worker = {
  /** Names this worker among all processes. */
  owner: string;
  /** Whether this process knows that the worker of that name has died, so that its lease need not run out. */
  isOwnerDead?: (owner: string) => boolean;
};

const ClaimRow = z.object({
  id: z.string(),
  stream: z.enum(STREAMS),
  scope: z.string(),
  status: z.enum(RUN_STATUSES),
  task: z.enum(RUN_TASKS),
  cancel_requested_at: z.date().nullable(),
  paused_at: z.date().nullable(),
  lease_owner: z.string().nullable(),
  lease_over: z.number(),
});

/**
 * Takes or renews the lease of a run and sets it running; a run that has ended is answered as it is. Null when another
 * worker holds it. Throws `not_found`.
 */
export function claimRun(runId: string, worker: Worker): Promise<RunHead | null> {
  return transaction(async (connection) => {
    const [run] = await query(
      ClaimRow,
      `SELECT id, stream, scope, status, task, cancel_requested_at, paused_at, lease_owner,
         (lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3)) AS lease_over
       FROM sync_runs WHERE id = ? FOR UPDATE`,
      [runId],
      connection,
    );
    if (!run) throw noSuchRun(runId);
    const open = isOpen(run.status);
    if (open && !mayTake(run, worker)) return null;
    if (open) {
      await execute(
        `UPDATE sync_runs SET status = 'running', lease_owner = ?, lease_until = ${LEASE_END}, waiting_until = NULL,
           started_at = COALESCE(started_at, UTC_TIMESTAMP(3)) WHERE id = ?`,
        [worker.owner, runId],
        connection,
      );
    }
    return {
      id: run.id,
      stream: run.stream,
      scope: parseScope(run.scope),
      status: open ? "running" : run.status,
      task: run.task,
      cancelRequested: run.cancel_requested_at !== null,
      paused: run.paused_at !== null,
    };
  });
}

function mayTake(run: z.infer<typeof ClaimRow>, { owner, isOwnerDead }: Worker): boolean {
  const holder = run.lease_owner;
  if (holder === null || holder === owner || run.lease_over === 1) return true;
  return isOwnerDead?.(holder) ?? false;
}

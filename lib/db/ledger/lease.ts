import type { Connection } from "mariadb";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { RUN_STATUSES } from "@/lib/model/run";
import { execute } from "../execute";
import { query } from "../query";
import { noSuchRun } from "../runs/get-run";
import { isOpen } from "../runs/run-row";

/** Long enough for the slowest call with its retries, short enough that a dead worker is not missed for long. */
const LEASE_SECONDS = 60;

/** Until when a lease taken now holds, as SQL. */
export const LEASE_END = `UTC_TIMESTAMP(3) + INTERVAL ${LEASE_SECONDS} SECOND`;

/** Renews the lease of a running run. Answers whether `owner` still has it. */
export async function renewLease(runId: string, owner: string): Promise<boolean> {
  const { affectedRows } = await execute(
    `UPDATE sync_runs SET lease_until = ${LEASE_END} WHERE id = ? AND lease_owner = ? AND status = 'running'`,
    [runId, owner],
  );
  return affectedRows === 1;
}

const Holder = z.object({
  status: z.enum(RUN_STATUSES),
  lease_owner: z.string().nullable(),
  now: z.date(),
});

/**
 * Locks the run's row until the commit and tells whether it is open, and the database's time. Throws `conflict` when
 * another worker has taken an open run over: from then on this one must write nothing.
 */
export async function lockRun(
  connection: Connection,
  runId: string,
  owner: string,
): Promise<{ open: boolean; status: z.infer<typeof Holder>["status"]; now: Date }> {
  const [run] = await query(
    Holder,
    "SELECT status, lease_owner, UTC_TIMESTAMP(3) AS now FROM sync_runs WHERE id = ? FOR UPDATE",
    [runId],
    connection,
  );
  if (!run) throw noSuchRun(runId);
  const open = isOpen(run.status);
  if (open && run.lease_owner !== owner) throw leaseLost(runId);
  return { open, status: run.status, now: run.now };
}

const leaseLost = (runId: string): AppError =>
  new AppError(
    "conflict",
    `Another worker has taken over run ${runId}. This one wrote nothing more and stops; the run goes on there.`,
  );

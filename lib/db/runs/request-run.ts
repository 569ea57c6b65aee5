import { randomBytes } from "node:crypto";
import type { Connection } from "mariadb";
import { z } from "zod";
import type { Run } from "@/lib/contract/sync";
import type { Actor } from "@/lib/model/actor";
import { RUN_PRIORITIES, type RunTask, type RunTrigger } from "@/lib/model/run";
import type { Scope, StreamName } from "@/lib/model/stream";
import { uuidV7 } from "@/lib/model/uuid-v7";
import { writeAudit } from "../audit/write-audit";
import { databaseNow } from "../database-now";
import { execute } from "../execute";
import { query } from "../query";
import { transaction } from "../transaction";
import { getRun } from "./get-run";
import { formatScope } from "./scope-text";

export type RunRequest = {
  stream: StreamName;
  scope: Scope;
  /** `collect` when left out. */
  task?: RunTask;
  trigger: RunTrigger;
  /** Who asked, as people know them (an email address), null for a clock. */
  requestedBy: string | null;
  /** Lower goes first; that of usual work when left out. */
  priority?: number;
};

/**
 * Queues a run. One of the same stream, scope and task that is open and not being cancelled is answered instead (`created`
 * false), and moves up to the wish's priority. Requests at the same time wait for each other, so that they make one run.
 */
export async function requestRun(wish: RunRequest): Promise<RequestedRun> {
  const [requested] = await requestRuns([wish]);
  if (!requested) throw new Error("A run was asked for and not answered");
  return requested;
}

/** The same for several runs, all or none, in one line of the audit log where a person asks for them by `action`. */
export async function requestRuns(
  wishes: readonly RunRequest[],
  by?: { actor: Actor; action: string },
): Promise<RequestedRun[]> {
  const noted = await transaction(async (connection) => {
    const now = await waitForTurn(connection);
    const runs: NotedRun[] = [];
    for (const wish of wishes) runs.push(await noteRun(connection, wish, now));
    if (by) {
      const resourceKey = runs.map(({ run_id }) => run_id).join(" ");
      const after = { runs };
      await writeAudit(connection, {
        ...by,
        at: now,
        resource: "runs",
        resourceKey,
        before: null,
        after,
      });
    }
    return runs;
  });
  return Promise.all(
    noted.map(async ({ run_id, created }) => ({ run: await getRun(run_id), created })),
  );
}

type RequestedRun = { run: Run; created: boolean };
type NotedRun = {
  run_id: string;
  stream: StreamName;
  scope: string;
  task: RunTask;
  created: boolean;
};

async function noteRun(connection: Connection, wish: RunRequest, now: Date): Promise<NotedRun> {
  const { stream, task = "collect", priority = RUN_PRIORITIES.usual } = wish;
  const scope = formatScope(wish.scope);
  const open = await findOpenRun(connection, { stream, scope, task });
  if (open) {
    if (priority < open.priority) {
      const values = [priority, open.id];
      await execute("UPDATE sync_runs SET priority = ? WHERE id = ?", values, connection);
    }
    return { run_id: open.id, stream, scope, task, created: false };
  }
  const id = uuidV7(now, randomBytes(10));
  await execute(
    `INSERT INTO sync_runs (id, stream, scope, task, run_trigger, requested_by, status, priority, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?)`,
    [id, stream, scope, task, wish.trigger, wish.requestedBy, priority, now],
    connection,
  );
  return { run_id: id, stream, scope, task, created: true };
}

/** Holds one row of the lease table until the commit, and tells the database's time. A gap lock would do only on some servers. */
async function waitForTurn(connection: Connection): Promise<Date> {
  await execute(
    `INSERT INTO leases (name, owner, \`until\`) VALUES ('request-run', '', UTC_TIMESTAMP(3))
     ON DUPLICATE KEY UPDATE \`until\` = VALUES(\`until\`)`,
    [],
    connection,
  );
  return databaseNow(connection);
}

async function findOpenRun(
  connection: Connection,
  { stream, scope, task }: { stream: StreamName; scope: string; task: RunTask },
) {
  // A locking read sees what was committed while this transaction waited for its turn.
  const rows = await query(
    z.object({ id: z.string(), priority: z.number() }),
    `SELECT id, priority FROM sync_runs
     WHERE stream = ? AND scope = ? AND task = ? AND status IN ('queued', 'running') AND cancel_requested_at IS NULL
     FOR UPDATE`,
    [stream, scope, task],
    connection,
  );
  return rows[0];
}

import type { SyncStarted } from "@/lib/contract/sync";
import { hasRun } from "@/lib/db/runs/has-run";
import { requestRuns } from "@/lib/db/runs/request-run";
import type { Actor } from "@/lib/model/actor";
import { RUN_PRIORITIES, type RunTask, type RunTrigger } from "@/lib/model/run";
import { LIST_SCOPE, type Scope, type StreamName } from "@/lib/model/stream";
import { workClassOf } from "@/lib/model/work-class";
import { FIRST_ROUND } from "./first-round";
import { wakeWorker } from "./wake-worker";

/** A whole list, or what `scope` says, of one stream. */
type SyncWish = {
  stream: StreamName;
  scope?: Scope;
  task?: Exclude<RunTask, "import">;
  trigger: RunTrigger;
  requestedBy: string | null;
};

/**
 * Asks for a run of one stream and wakes who works on it. A run of the same stream, scope and task that is not finished is
 * answered instead of a second one. How soon its turn comes follows from the kind of work.
 */
export async function requestSync(wish: SyncWish): Promise<SyncStarted> {
  const [started] = await requestSyncs([wish]);
  if (!started) throw new Error("A sync was asked for and not answered");
  return started;
}

/** The same for several, all or none. What a person asks for by the operation `action` is in the audit log. */
export async function requestSyncs(
  wishes: readonly SyncWish[],
  by?: { actor: Actor; action: string },
): Promise<SyncStarted[]> {
  const requested = await requestRuns(wishes.map(toRunRequest), by);
  const started: SyncStarted[] = [];
  for (const { run, created } of requested) {
    // Told again for a run that is queued already: an event may have been lost, and a second one does no harm.
    await wakeWorker(run);
    const work = WORK[run.task];
    const message = created
      ? `The ${work} of ${run.stream} is queued.`
      : `A ${work} of ${run.stream} is ${run.status} already; this is it.`;
    started.push({ message, count: null, run_id: run.id, status: run.status });
  }
  return started;
}

function toRunRequest(wish: SyncWish) {
  const { scope = LIST_SCOPE, task = "collect" } = wish;
  return { ...wish, scope, task, priority: RUN_PRIORITIES[workClassOf({ task, scope })] };
}

/** What people call the work of a run. */
export const WORK = {
  collect: "sync",
  backfill: "backfill",
  import: "import",
  normalize: "rebuilding",
} as const satisfies Record<RunTask, string>;

/** Asks for what a new database lacks: every part of the first round that was never asked for. */
export async function requestFirstRound(): Promise<void> {
  for (const { stream, scope } of FIRST_ROUND) {
    if (await hasRun(stream, scope)) continue;
    await requestSync({ stream, scope, trigger: "first_round", requestedBy: null });
  }
}

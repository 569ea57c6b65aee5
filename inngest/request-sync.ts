import type { SyncStarted } from "@/lib/contract/sync";
import { hasRun } from "@/lib/db/runs/has-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { RUN_PRIORITIES, type RunTask, type RunTrigger } from "@/lib/model/run";
import { LIST_SCOPE, type Scope, type StreamName } from "@/lib/model/stream";
import { workClassOf } from "@/lib/model/work-class";
import { FIRST_ROUND } from "./first-round";
import { wakeWorker } from "./wake-worker";

/**
 * Asks for a run of one stream and wakes who works on it: a whole list, or what `scope` says. A run of the same stream, scope
 * and task that is not finished is answered instead of a second one. How soon its turn comes follows from the kind of work.
 */
export async function requestSync(wanted: {
  stream: StreamName;
  scope?: Scope;
  task?: Exclude<RunTask, "import">;
  trigger: RunTrigger;
  requestedBy: string | null;
}): Promise<SyncStarted> {
  const { scope = LIST_SCOPE, task = "collect" } = wanted;
  const priority = RUN_PRIORITIES[workClassOf({ task, scope })];
  const { run, created } = await requestRun({ ...wanted, scope, task, priority });
  // Told again for a run that is queued already: an event may have been lost, and a second one does no harm.
  await wakeWorker(run);
  const work = WORK[task];
  const message = created
    ? `The ${work} of ${run.stream} is queued.`
    : `A ${work} of ${run.stream} is ${run.status} already; this is it.`;
  return { message, count: run.fetched, run_id: run.id };
}

const WORK = {
  collect: "sync",
  backfill: "backfill",
  normalize: "rebuilding",
} as const satisfies Record<Exclude<RunTask, "import">, string>;

/** Asks for what a new database lacks: every part of the first round that was never asked for. */
export async function requestFirstRound(): Promise<void> {
  for (const { stream, scope } of FIRST_ROUND) {
    if (await hasRun(stream, scope)) continue;
    await requestSync({ stream, scope, trigger: "first_round", requestedBy: null });
  }
}

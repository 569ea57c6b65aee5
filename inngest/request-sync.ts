import type { SyncStarted } from "@/lib/contract/sync";
import { hasRun } from "@/lib/db/runs/has-run";
import { requestRun } from "@/lib/db/runs/request-run";
import type { RunTrigger } from "@/lib/model/run";
import { LIST_SCOPE, type Scope, type StreamName } from "@/lib/model/stream";
import { inngest } from "./client";
import { syncRequested } from "./events";
import { FIRST_ROUND } from "./first-round";
import { isInngestConfigured } from "./is-inngest-configured";
import { findJobsState } from "./jobs-state";

/**
 * Asks for a run of one stream and wakes who works on it. A run of the same stream and scope that is not finished is
 * answered instead of a second one.
 */
export async function requestSync(wanted: {
  stream: StreamName;
  scope?: Scope;
  trigger: RunTrigger;
  requestedBy: string | null;
}): Promise<SyncStarted> {
  const { run, created } = await requestRun({ ...wanted, scope: wanted.scope ?? LIST_SCOPE });
  // Sent again for a run that is queued already: its event may have been lost, and a second one does no harm.
  if (isInngestConfigured()) await inngest.send(syncRequested.create({ run_id: run.id }));
  else findJobsState()?.wake();
  const message = created
    ? `The sync of ${run.stream} is queued.`
    : `A sync of ${run.stream} is ${run.status} already; this is it.`;
  return { message, count: run.fetched, run_id: run.id };
}

/** Asks for what a new database lacks: every part of the first round that was never asked for. */
export async function requestFirstRound(): Promise<void> {
  for (const { stream, scope } of FIRST_ROUND) {
    if (await hasRun(stream, scope)) continue;
    await requestSync({ stream, scope, trigger: "first_round", requestedBy: null });
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import { Cron } from "croner";
import { takeLease } from "@/lib/db/leases";
import { nextQueuedRun } from "@/lib/db/runs/next-queued-run";
import { log } from "@/lib/log";
import { REFERENCE_STREAMS } from "@/lib/model/stream";
import { executeHere } from "./execute-here";
import { findJobsState, setJobsState } from "./jobs-state";
import { isOwnerDead, processOwner } from "./owner";
import { requestFirstRound, requestSync } from "./request-sync";
import { WEEKLY_REFERENCE_SYNC } from "./schedules";

const LEASE = "jobs";
const LEASE_SECONDS = 30;
const RENEW_MS = 10_000;
const IDLE_MS = 2000;
/** After a failure of ours (the database is away): long enough not to flood the log. */
const PAUSE_MS = 10_000;

/**
 * Runs the jobs in this process where no Inngest is configured: one leader among all processes of a database, the same
 * schedules and the same run function. Starting it twice in one process does nothing.
 */
export function startEmbeddedRunner(): void {
  if (findJobsState()) return;
  const owner = processOwner();
  let leader = false;
  let workingOn: string | null = null;
  let wakeUp = new AbortController();
  setJobsState({
    wake: () => wakeUp.abort(),
    isLeader: () => leader,
    workingOn: () => workingOn,
  });

  const lead = async () => {
    leader = await takeLease({ name: LEASE, owner, seconds: LEASE_SECONDS, isOwnerDead });
  };
  const renewal = setInterval(() => {
    lead().catch((error: unknown) => {
      leader = false;
      log.warn({ error }, "the lease of the jobs could not be renewed");
    });
  }, RENEW_MS);
  renewal.unref();
  new Cron(WEEKLY_REFERENCE_SYNC, { timezone: "UTC", unref: true, catch: reportFailure }, () =>
    leader ? requestWeeklySync() : undefined,
  );

  let firstRoundRequested = false;
  const workOnce = async () => {
    await lead();
    if (leader && !firstRoundRequested) {
      await requestFirstRound();
      firstRoundRequested = true;
    }
    const runId = leader ? await nextQueuedRun({ isOwnerDead }) : null;
    if (!runId) return false;
    workingOn = runId;
    await executeHere({ runId, owner });
    return true;
  };

  const work = async () => {
    for (;;) {
      const worked = await workOnce().catch(async (error: unknown) => {
        reportFailure(error);
        await sleep(PAUSE_MS);
        return false;
      });
      workingOn = null;
      if (worked) continue;
      await sleep(IDLE_MS, undefined, { signal: wakeUp.signal }).catch(() => undefined);
      wakeUp = new AbortController();
    }
  };
  void work();
}

const reportFailure = (error: unknown) =>
  log.error({ error }, "a job failed; it will be tried again");

async function requestWeeklySync(): Promise<void> {
  for (const stream of REFERENCE_STREAMS) {
    await requestSync({ stream, trigger: "schedule", requestedBy: null });
  }
}

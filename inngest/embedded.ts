import { takeLease } from "@/lib/db/leases";
import { log } from "@/lib/log";
import { findJobsState, setJobsState } from "./jobs-state";
import { startLane } from "./lane";
import { LANES } from "./lanes";
import { isOwnerDead, processOwner } from "./owner";
import { requestMissed } from "./request-missed";
import { requestFirstRound } from "./request-sync";
import { startClock } from "./start-clock";

const LEASE = "jobs";
const LEASE_SECONDS = 30;
const RENEW_MS = 10_000;

/**
 * Runs the jobs in this process where no Inngest is configured: one leader among all processes of a database, the same
 * schedules and the same run function. Starting it twice in one process does nothing.
 */
export function startEmbeddedRunner(): void {
  if (findJobsState()) return;
  const owner = processOwner();
  let leader = false;
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

  let firstRound: Promise<void> | undefined;
  const mayWork = async () => {
    await lead();
    if (!leader) return false;
    firstRound ??= requestFirstRound().then(() => requestMissed(new Date()));
    await firstRound.catch((error: unknown) => {
      firstRound = undefined;
      throw error;
    });
    return true;
  };
  const lanes = LANES.map((tasks) => startLane({ tasks, owner, mayWork, reportFailure }));
  setJobsState({
    wake: () => {
      for (const lane of lanes) lane.wake();
    },
    isLeader: () => leader,
    workingOn: () => lanes.map((lane) => lane.workingOn()).find((runId) => runId !== null) ?? null,
  });
  startClock({ isLeader: () => leader, reportFailure });
}

const reportFailure = (error: unknown) =>
  log.error({ error }, "a job failed; it will be tried again");

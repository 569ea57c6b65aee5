import { setTimeout as sleep } from "node:timers/promises";
import { nextQueuedRun } from "@/lib/db/runs/next-queued-run";
import type { RunTask } from "@/lib/model/run";
import { executeHere } from "./execute-here";
import { isOwnerDead } from "./owner";

const IDLE_MS = 2000;
/** After a failure of ours (the database is away): long enough not to flood the log. */
const PAUSE_MS = 10_000;

/** A worker of this process that takes up one run after the other. */
export type Lane = { wake(): void; workingOn(): string | null };

/**
 * Begins to work on runs of these tasks, by priority, for ever. After each part of a run the queue decides anew, so that live
 * work overtakes a run that waits or makes way. `mayWork` is asked before each.
 */
export function startLane(options: {
  tasks: readonly RunTask[];
  owner: string;
  mayWork: () => Promise<boolean>;
  reportFailure: (error: unknown) => void;
}): Lane {
  const { tasks, owner, mayWork, reportFailure } = options;
  let workingOn: string | null = null;
  let wakeUp = new AbortController();
  // While it looks for a run it works on none: what is leased by this process was left by it.
  const isFree = (holder: string) => holder === owner || isOwnerDead(holder);

  const workOnce = async () => {
    const runId = (await mayWork()) ? await nextQueuedRun({ tasks, isOwnerDead: isFree }) : null;
    if (!runId) return false;
    workingOn = runId;
    await executeHere({ runId, owner, mayLeave: true });
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
  return { wake: () => wakeUp.abort(), workingOn: () => workingOn };
}

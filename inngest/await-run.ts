import { setTimeout as sleep } from "node:timers/promises";
import { findRunState, type RunState } from "@/lib/db/runs/find-run-state";
import { isOpen } from "@/lib/db/runs/run-row";

const FIRST_LOOK_MS = 100;
const LONGEST_PAUSE_MS = 1000;

/** How long somebody waits; `signal` ends it early. */
export type Waiting = { until: Date; signal: AbortSignal };

/**
 * Waits until a run has ended, and says whether it has. Not where it rests or waits for the quota beyond that time. The run
 * goes on whoever waits. Throws `not_found`.
 */
export async function hasEnded(runId: string, { until, signal }: Waiting): Promise<boolean> {
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const left = until.getTime() - Date.now();
    const state = await look(runId, Math.max(0, Math.min(pause, left)));
    if (!isOpen(state.status)) return true;
    if (signal.aborted || Date.now() >= until.getTime() || mustWait(state, until)) return false;
  }
}

const mustWait = ({ paused_at, waiting_until }: RunState, until: Date): boolean =>
  paused_at !== null || (waiting_until !== null && waiting_until > until);

const looks = new Map<string, Promise<RunState>>();

/** The next look at a run, after a pause: one for all who wait for it in this process. */
function look(runId: string, pauseMs: number): Promise<RunState> {
  const coming = looks.get(runId);
  if (coming) return coming;
  const next = sleep(pauseMs)
    .then(() => findRunState(runId))
    .finally(() => looks.delete(runId));
  looks.set(runId, next);
  return next;
}

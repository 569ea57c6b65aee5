import type { Run } from "@/lib/contract/sync";

export type RunProgress = {
  done: number;
  planned: number;
  /** From 0 to 1; null while the plan is not made. */
  share: number | null;
  /** Milliseconds until the end at the present pace; null while too little is known. */
  leftMs: number | null;
};

/** So few windows say nothing of the pace: the first ones carry the token call and the plan. */
const ENOUGH_WINDOWS = 3;
const ENOUGH_MS = 5000;
/** Less than this is over before it is read. */
const SHORTEST_MS = 1000;

/** How far a run is. Failed windows are done too: nobody comes back to them in this run. */
export function runProgress(run: Run, now: Date): RunProgress {
  const planned = run.windows_planned;
  const done = Math.min(planned, run.windows_done + run.windows_failed);
  const share = planned > 0 ? done / planned : null;
  return { done, planned, share, leftMs: timeLeft(run, { done, planned }, now) };
}

function timeLeft(run: Run, { done, planned }: { done: number; planned: number }, now: Date) {
  const moving = run.status === "running" && !run.waiting_until && !run.cancel_requested;
  if (!moving || !run.started_at || done < ENOUGH_WINDOWS) return null;
  const elapsed = now.getTime() - new Date(run.started_at).getTime();
  const left = (elapsed / done) * (planned - done);
  return elapsed > ENOUGH_MS && left >= SHORTEST_MS ? left : null;
}

import type { Run } from "@/lib/contract/sync";

export type RunProgress = {
  done: number;
  planned: number;
  /** From 0 to 1; null while the plan is not made. */
  share: number | null;
  /** Milliseconds until the end at the pace of the last hour; null while too little is known, or nothing moves. */
  leftMs: number | null;
};

/** Less than this is over before it is read. */
const SHORTEST_MS = 1000;

/** How far a run is. Failed windows are done too: nobody comes back to them in this run. */
export function runProgress(run: Run): RunProgress {
  const planned = run.windows_planned;
  const done = Math.min(planned, run.windows_done + run.windows_failed);
  const share = planned > 0 ? done / planned : null;
  const left =
    run.waiting_until === null && run.seconds_left !== null ? run.seconds_left * 1000 : 0;
  return { done, planned, share, leftMs: left >= SHORTEST_MS ? left : null };
}

import { setTimeout as sleep } from "node:timers/promises";
import { executeHere } from "@/inngest/execute-here";
import type { Run } from "@/lib/contract/sync";
import { getRun } from "@/lib/db/runs/get-run";
import { requestRun } from "@/lib/db/runs/request-run";
import type { RunTask } from "@/lib/model/run";
import type { Scope, StreamName } from "@/lib/model/stream";

const TELL_EVERY_MS = 500;
/** How often to try for a run that another process works on: that process may die before its end. */
const TRY_EVERY_MS = 1000;

/**
 * Works on a run of this stream to its end, going on with one that was left half-done. Where another process works on it
 * already, follows that one instead, and takes over should it die; one that a person paused is waited for. Resolves with the run as it ended.
 */
export async function foregroundRun(options: {
  stream: StreamName;
  scope: Scope;
  task?: RunTask;
  owner: string;
  onProgress: (run: Run) => void;
}): Promise<Run> {
  const { owner, onProgress, ...wish } = options;
  const { run } = await requestRun({ ...wish, trigger: "command", requestedBy: null });
  const stopTelling = tellProgress(run.id, onProgress);
  try {
    for (;;) {
      const last = await workOn(run.id, owner);
      if (last.finished_at !== null) return last;
      await sleep(TRY_EVERY_MS);
    }
  } finally {
    await stopTelling();
  }
}

/** A run that somebody paused is not touched: it goes on when that person lets it. */
async function workOn(runId: string, owner: string): Promise<Run> {
  const { paused_at } = await getRun(runId);
  if (paused_at === null) await executeHere({ runId, owner });
  return getRun(runId);
}

/** Tells how a run stands until it is stopped, and then once more. */
function tellProgress(runId: string, onProgress: (run: Run) => void): () => Promise<void> {
  const stopped = new AbortController();
  const tell = async () => {
    // A look that fails is no reason to stop the work: the database may be back for the next one.
    const run = await getRun(runId).catch(() => null);
    if (run) onProgress(run);
  };
  const telling = (async () => {
    while (!stopped.signal.aborted) {
      await tell();
      await sleep(TELL_EVERY_MS, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopped.abort();
    await telling;
    await tell();
  };
}

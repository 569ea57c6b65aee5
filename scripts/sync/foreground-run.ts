import { setTimeout as sleep } from "node:timers/promises";
import { executeHere } from "@/inngest/execute-here";
import type { Run } from "@/lib/contract/sync";
import { getRun } from "@/lib/db/runs/get-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { LIST_SCOPE, type ReferenceStream } from "@/lib/model/stream";

const TELL_EVERY_MS = 500;
const isFinished = (run: Run) => run.finished_at !== null;

/**
 * Works on a run of this stream to its end, going on with one that was left half-done. Where another process works on it
 * already, follows that one instead. Resolves with the run as it ended.
 */
export async function foregroundRun(options: {
  stream: ReferenceStream;
  owner: string;
  onProgress: (run: Run) => void;
}): Promise<Run> {
  const { stream, owner, onProgress } = options;
  const { run } = await requestRun({
    stream,
    scope: LIST_SCOPE,
    trigger: "command",
    requestedBy: null,
  });
  let working = true;
  const telling = (async () => {
    while (working) {
      onProgress(await getRun(run.id));
      await sleep(TELL_EVERY_MS);
    }
  })();
  try {
    await executeHere({ runId: run.id, owner });
  } finally {
    working = false;
    await telling;
  }
  let last = await getRun(run.id);
  while (!isFinished(last)) {
    onProgress(last);
    await sleep(TELL_EVERY_MS);
    last = await getRun(run.id);
  }
  onProgress(last);
  return last;
}

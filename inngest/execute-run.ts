import { renewLease } from "@/lib/db/ledger/lease";
import { getRun } from "@/lib/db/runs/get-run";
import { log } from "@/lib/log";
import { isFlightStream, type ReferenceStream } from "@/lib/model/stream";
import type { Step } from "@/lib/sync/ports";
import { runStream, type StreamRunResult } from "@/lib/sync/run-stream";
import { streams } from "./streams";
import { portsOf } from "./wiring";

const RENEW_MS = 15_000;
/** Inngest allows 1,000 steps a function run; a long list goes on in a successor. */
const MAX_WINDOWS = 100;

/**
 * Works on a run as `owner` until it ends, must go on in a successor, or proves to be somebody else's. The lease is
 * renewed meanwhile, so that a slow window does not look like a dead worker.
 */
export async function executeRun(work: {
  runId: string;
  owner: string;
  step: Step;
}): Promise<StreamRunResult> {
  const { runId, owner, step } = work;
  const { stream } = await getRun(runId);
  const heartbeat = setInterval(() => {
    renewLease(runId, owner).catch((error: unknown) =>
      log.warn({ error, run_id: runId }, "the lease of a run could not be renewed"),
    );
  }, RENEW_MS);
  try {
    if (isFlightStream(stream)) throw new Error(`Nobody collects ${stream} yet`);
    return await runOne(stream, { runId, owner, step });
  } finally {
    clearInterval(heartbeat);
  }
}

async function runOne<Stream extends ReferenceStream>(
  stream: Stream,
  { runId, owner, step }: { runId: string; owner: string; step: Step },
): Promise<StreamRunResult> {
  const ports = await portsOf({ stream, owner, step });
  return runStream({ stream: streams[stream], runId, ports, maxWindows: MAX_WINDOWS });
}

import { renewLease } from "@/lib/db/ledger/lease";
import { getRun } from "@/lib/db/runs/get-run";
import { parseScope } from "@/lib/db/runs/scope-text";
import { log } from "@/lib/log";
import type { RunTask } from "@/lib/model/run";
import { isFlightStream, type ReferenceStream, type StreamName } from "@/lib/model/stream";
import { workClassOf } from "@/lib/model/work-class";
import type { Step } from "@/lib/sync/ports";
import { runStream, type StreamRunResult } from "@/lib/sync/run-stream";
import { flightStreams } from "@/lib/sync/streams/flight-streams";
import { executeNormalizeRun } from "./execute-normalize-run";
import { flightPortsOf } from "./flight-ports";
import { streams } from "./streams";
import { portsOf, type RunWork } from "./wiring";

const RENEW_MS = 15_000;

type Execute = (stream: StreamName, work: RunWork) => Promise<StreamRunResult>;

/** Who works on which kind of run. */
const EXECUTE = {
  collect,
  backfill: collect,
  import: notHere,
  normalize: executeNormalizeRun,
} as const satisfies Record<RunTask, Execute>;

/**
 * Works on a run as `owner` until it ends, must go on in a successor, makes way, or proves to be somebody else's. The lease
 * is renewed meanwhile, so that a slow window does not look like a dead worker. `yields`: it makes way for runs that go
 * before it; not where this worker would not take them up.
 */
export async function executeRun(work: {
  runId: string;
  owner: string;
  step: Step;
  yields: boolean;
}): Promise<StreamRunResult> {
  const { runId, owner } = work;
  const { stream, task, scope } = await getRun(runId);
  const heartbeat = setInterval(() => {
    renewLease(runId, owner).catch((error: unknown) =>
      log.warn({ error, run_id: runId }, "the lease of a run could not be renewed"),
    );
  }, RENEW_MS);
  try {
    const workClass = workClassOf({ task, scope: parseScope(scope) });
    return await EXECUTE[task](stream, { ...work, workClass });
  } finally {
    clearInterval(heartbeat);
  }
}

async function collect(stream: StreamName, work: RunWork): Promise<StreamRunResult> {
  if (!isFlightStream(stream)) return collectList(stream, work);
  const ports = await flightPortsOf(stream, work);
  const { runId } = work;
  return runStream({ stream: flightStreams[stream], runId, ports });
}

async function collectList<Stream extends ReferenceStream>(
  stream: Stream,
  work: RunWork,
): Promise<StreamRunResult> {
  const ports = await portsOf(stream, work);
  const { runId } = work;
  return runStream({ stream: streams[stream], runId, ports });
}

async function notHere(stream: StreamName): Promise<never> {
  throw new Error(`An import of ${stream} is worked on by the command that began it`);
}

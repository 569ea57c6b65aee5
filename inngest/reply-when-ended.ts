import type { Run, SyncStarted } from "@/lib/contract/sync";
import { getRun } from "@/lib/db/runs/get-run";
import { isOpen } from "@/lib/db/runs/run-row";
import { AppError } from "@/lib/errors";
import { Reply } from "@/lib/http/reply";
import { hasEnded } from "./await-run";
import { isInngestConfigured } from "./is-inngest-configured";
import { findJobsState } from "./jobs-state";
import { WORK } from "./request-sync";

/**
 * What is answered to who started runs: 200 with what came of them where all end within `seconds`, else 202. Throws
 * `upstream_unavailable`, with the reason, where all of them failed. Where nobody works on runs (no jobs in this process, no
 * Inngest) there is nothing to wait for. `note` is said besides.
 */
export async function replyWhenEnded<Started extends SyncStarted>(
  started: Started,
  runIds: readonly string[],
  { seconds, signal, note = "" }: { seconds: number; signal: AbortSignal; note?: string },
): Promise<Reply<Started>> {
  const isWorkedOn = findJobsState() !== null || isInngestConfigured();
  const until = new Date(Date.now() + seconds * 1000);
  const waiting = { until, signal };
  const ended =
    isWorkedOn && seconds > 0 ? await Promise.all(runIds.map((id) => hasEnded(id, waiting))) : null;
  if (!ended) return new Reply(202, started);
  const runs = await Promise.all(runIds.map(getRun));
  if (ended.includes(false)) return new Reply(202, asItStands(started, runs, note));
  if (runs.every(({ status }) => status === "failed")) throw allFailed(runs);
  return new Reply(200, {
    ...started,
    message: [...runs.map(describe), note].join(" ").trim(),
    count: runs.reduce((sum, { fetched }) => sum + fetched, 0),
    status: runs.find(({ status }) => status !== "complete")?.status ?? "complete",
  });
}

/** What was said at the start is no longer true where a run began, or ended beside another, while its caller waited. */
function asItStands<Started extends SyncStarted>(
  started: Started,
  runs: readonly Run[],
  note: string,
): Started {
  const status = runs.find(isUnderWay)?.status ?? started.status;
  if (status === started.status && runs.every(isUnderWay)) return started;
  const stand = runs.map(
    ({ task, stream, status }) => `The ${WORK[task]} of ${stream} is ${status}.`,
  );
  return { ...started, message: [...stand, note].join(" ").trim(), status };
}

const isUnderWay = ({ status }: Run): boolean => isOpen(status);

function describe(run: Run): string {
  const { fetched, inserted, updated, rejected } = run;
  const became = `${fetched} records fetched, ${inserted} new, ${updated} changed, ${rejected} rejected.`;
  return [`The ${WORK[run.task]} of ${run.stream} is ${run.status}: ${became}`, run.message]
    .filter(Boolean)
    .join(" ");
}

const allFailed = (runs: readonly Run[]): AppError =>
  new AppError(
    "upstream_unavailable",
    runs
      .map(
        ({ id, task, stream, message }) =>
          `The ${WORK[task]} of ${stream} failed (run ${id}): ${message ?? "no reason was noted"}`,
      )
      .join(" "),
  );

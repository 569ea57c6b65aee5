import { getRun } from "@/lib/db/runs/get-run";
import { embeddedStep, RunWaits } from "./embedded-step";
import { executeRun } from "./execute-run";

/**
 * Works on a run in this process. A worker that takes up whatever run is next (`mayLeave`) comes back when the run ends, waits
 * for the quota, makes way for another one or has done a fair part; else only when it ends, rests or proves to be somebody
 * else's.
 */
export async function executeHere(work: {
  runId: string;
  owner: string;
  mayLeave?: boolean;
}): Promise<void> {
  const { runId, owner, mayLeave = false } = work;
  const isOver = async () => {
    const run = await getRun(runId);
    return run.cancel_requested || run.paused_at !== null || run.finished_at !== null;
  };
  const step = embeddedStep({ runId, isOver, mayLeave });
  const execute = () => executeRun({ runId, owner, step, yields: mayLeave });
  try {
    let end = await execute();
    while (end.kind === "continue" && !mayLeave) end = await execute();
  } catch (error) {
    if (!(error instanceof RunWaits)) throw error;
  }
}

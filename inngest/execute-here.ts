import { getRun } from "@/lib/db/runs/get-run";
import { embeddedStep } from "./embedded-step";
import { executeRun } from "./execute-run";

/** Works on a run in this process until it ends or proves to be somebody else's. */
export async function executeHere(work: { runId: string; owner: string }): Promise<void> {
  const { runId, owner } = work;
  const isOver = async () => {
    const run = await getRun(runId);
    return run.cancel_requested || run.finished_at !== null;
  };
  const step = embeddedStep({ runId, isOver });
  let end = await executeRun({ runId, owner, step });
  while (end.kind === "continue") end = await executeRun({ runId, owner, step });
}

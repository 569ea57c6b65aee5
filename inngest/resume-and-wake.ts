import type { Run } from "@/lib/contract/sync";
import { resumeRun } from "@/lib/db/runs/resume-run";
import { wakeWorker } from "./wake-worker";

/** Lets a run that rests go on, and tells whoever works on runs. Throws like resumeRun. */
export async function resumeAndWake(id: string): Promise<Run> {
  const run = await resumeRun(id);
  await wakeWorker(run);
  return run;
}

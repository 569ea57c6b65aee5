import type { Run } from "@/lib/contract/sync";
import { resumeRun } from "@/lib/db/runs/resume-run";
import type { Actor } from "@/lib/model/actor";
import { wakeWorker } from "./wake-worker";

/** Lets a run that rests go on, and tells whoever works on runs. Throws like resumeRun. */
export async function resumeAndWake(id: string, actor: Actor | null = null): Promise<Run> {
  const run = await resumeRun(id, actor);
  await wakeWorker(run);
  return run;
}

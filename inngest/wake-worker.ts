import type { Run } from "@/lib/contract/sync";
import { inngest } from "./client";
import { isInngestConfigured } from "./is-inngest-configured";
import { findJobsState } from "./jobs-state";
import { runEvent } from "./run-event";

/** Tells whoever works on runs that this one waits: after it was asked for, and after a pause. */
export async function wakeWorker({
  id,
  task,
  priority,
}: Pick<Run, "id" | "task" | "priority">): Promise<void> {
  if (task === "import") return;
  if (isInngestConfigured()) await inngest.send(runEvent({ id, task, priority }));
  else findJobsState()?.wake();
}

import type { RUN_PRIORITIES, RunTask } from "./run";
import type { Scope } from "./stream";

/** What a call is made for, as far as the sharing of the quota is concerned; each has its priority. */
export type WorkClass = keyof typeof RUN_PRIORITIES;

/** The class of a run's work: a round of what holds now is live whoever asked for it. */
export function workClassOf({ task, scope }: { task: RunTask; scope: Scope }): WorkClass {
  if (task === "backfill") return "backfill";
  return scope.kind === "flights" && scope.mode === "live" ? "live" : "usual";
}

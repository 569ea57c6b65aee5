/** What the embedded runner of this process offers to other modules, which Next may load as different copies. */
export type JobsState = {
  /** Looks for queued runs now instead of at the next tick. */
  wake: () => void;
  isLeader: () => boolean;
  /** The run being worked on, if any. */
  workingOn: () => string | null;
};

const KEY = Symbol.for("dst-airlines.jobs");
type Shared = { [KEY]?: JobsState };

/** The embedded runner of this process, or null where Inngest (or another process) runs the jobs. */
export const findJobsState = (): JobsState | null => (globalThis as Shared)[KEY] ?? null;

export function setJobsState(state: JobsState): void {
  (globalThis as Shared)[KEY] = state;
}

import { setTimeout as sleep } from "node:timers/promises";
import type { Step } from "@/lib/sync/ports";
import { logFailure } from "./log-failure";

const TRIES = 3;
const FIRST_PAUSE_MS = 2000;
/** How often a long sleep looks whether it still makes sense. */
const LOOK_MS = 2000;

/**
 * Runs the engine's steps in this process: a step that throws is tried again after a pause that doubles. The ledger is
 * what survives a crash, so results need not be remembered here. `isOver` ends a sleep early: the run was cancelled.
 */
export function embeddedStep(options: { runId: string; isOver: () => Promise<boolean> }): Step {
  return {
    run: async (id, work) => {
      const logged = logFailure(id, options.runId, work);
      for (let tried = 1; ; tried += 1) {
        try {
          return await logged();
        } catch (error) {
          if (tried === TRIES) throw error;
          await sleep(FIRST_PAUSE_MS * 2 ** (tried - 1));
        }
      }
    },
    sleepUntil: async (_id, until) => {
      const left = () => until.getTime() - Date.now();
      while (left() > 0 && !(await options.isOver())) await sleep(Math.min(LOOK_MS, left()));
    },
  };
}

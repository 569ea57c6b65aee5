import { setTimeout as sleep } from "node:timers/promises";
import type { Step } from "@/lib/sync/ports";
import { logFailure } from "./log-failure";

const TRIES = 3;
const FIRST_PAUSE_MS = 2000;
/** How often a long sleep looks whether it still makes sense. */
const LOOK_MS = 2000;

/** Thrown out of a run that waits, where its worker has better things to do meanwhile. The ledger has noted until when. */
export class RunWaits extends Error {
  override name = "RunWaits";
}

/**
 * Runs the engine's steps in this process: a step that throws is tried again after a pause that doubles. The ledger is
 * what survives a crash, so results need not be remembered here. A wait is slept through, and `isOver` ends it early (the run
 * was cancelled); a worker that `mayLeave` is sent away instead, by a `RunWaits`.
 */
export function embeddedStep(options: {
  runId: string;
  isOver: () => Promise<boolean>;
  mayLeave: boolean;
}): Step {
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
    sleepUntil: async (id, until) => {
      if (options.mayLeave) throw new RunWaits(`${id}: until ${until.toISOString()}`);
      const left = () => until.getTime() - Date.now();
      while (left() > 0 && !(await options.isOver())) await sleep(Math.min(LOOK_MS, left()));
    },
  };
}

import { countPoints } from "@/lib/db/limits/count-points";
import { forgetPoints } from "@/lib/db/limits/forget-points";
import { sweepPoints } from "@/lib/db/limits/sweep-points";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { CallCounter } from "./call-counter";
import { memoryCounter } from "./memory-counter";
import { sharedCounter } from "./shared-counter";

/** A new counter where RATE_LIMIT_STORE says: of this process, or of all that use this database under the same `name`. */
export function findCounter(name: string, seconds: number): CallCounter {
  const alone = memoryCounter(seconds);
  if (env().RATE_LIMIT_STORE === "memory") return alone;
  return sharedCounter({
    name,
    seconds,
    store: { count: countPoints, forget: forgetPoints, sweep: sweepPoints },
    alone,
    onFailure: (error) =>
      log.warn({ err: error }, "Calls are counted by this process alone: the database is away."),
  });
}

import { env } from "@/lib/env";
import { type CallLimiter, callLimiter } from "./call-limiter";
import { findCounter } from "./find-counter";

const SECONDS = 60;

const LIMITER = Symbol.for("dst-airlines.call-limiter");
// Each route may be a module copy of its own; only globalThis is shared by all of them.
const shared = globalThis as { [LIMITER]?: CallLimiter };

/** The limit of this process's API, API_CALLS_PER_MINUTE; null where there is none. */
export function sharedLimiter(): CallLimiter | null {
  const perMinute = env().API_CALLS_PER_MINUTE;
  if (perMinute === 0) return null;
  shared[LIMITER] ??= callLimiter(perMinute, SECONDS, findCounter("calls", SECONDS));
  return shared[LIMITER];
}

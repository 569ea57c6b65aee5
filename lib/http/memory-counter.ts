import { RateLimiterMemory } from "rate-limiter-flexible";
import type { CallCounter } from "./call-counter";

/** Counts in this process: several of them count each for itself. */
export function memoryCounter(seconds: number): CallCounter {
  // It refuses nobody here: who counts decides how much is too much.
  const kept = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: seconds });
  return {
    async add(key, points = 1) {
      const { consumedPoints, msBeforeNext } = await kept.penalty(key, points);
      return { points: Math.max(0, consumedPoints), msLeft: msBeforeNext };
    },
    async forget(key) {
      await kept.delete(key);
    },
  };
}

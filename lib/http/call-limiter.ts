import { LRUCache } from "lru-cache";
import type { CallCounter } from "./call-counter";
import { memoryCounter } from "./memory-counter";

/** What is left to one caller of the present minute. */
export type Allowance = {
  allowed: boolean;
  limit: number;
  remaining: number;
  resetSeconds: number;
};

export type CallLimiter = (key: string) => Promise<Allowance>;

/**
 * Limits calls by key to `points` in `durationSeconds`, from a key's first call on. A key that has used them up is refused
 * from memory until its time is over, so that a flood of calls asks no store.
 */
export function callLimiter(
  points: number,
  durationSeconds: number,
  counter: CallCounter = memoryCounter(durationSeconds),
): CallLimiter {
  const spent = new LRUCache<string, true>({ max: 10_000, ttl: durationSeconds * 1000 });
  const toAllowance = (used: number, msLeft: number): Allowance => ({
    allowed: used <= points,
    limit: points,
    remaining: Math.max(0, points - used),
    resetSeconds: Math.max(1, Math.ceil(msLeft / 1000)),
  });
  return async (key) => {
    if (spent.has(key)) return toAllowance(points + 1, spent.getRemainingTTL(key));
    const { points: used, msLeft } = await counter.add(key);
    if (used > points) spent.set(key, true, { ttl: Math.max(1, msLeft) });
    return toAllowance(used, msLeft);
  };
}

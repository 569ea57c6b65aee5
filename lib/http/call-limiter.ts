import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** What is left to one caller of the present minute. */
export type Allowance = {
  allowed: boolean;
  limit: number;
  remaining: number;
  resetSeconds: number;
};

export type CallLimiter = (key: string) => Promise<Allowance>;

/**
 * Counts calls by key: `points` in `durationSeconds`, from a key's first call on. Counted in this process: several
 * instances allow so much each, which is good enough to keep one caller from taking everything.
 */
export function callLimiter(points: number, durationSeconds: number): CallLimiter {
  const limiter = new RateLimiterMemory({ points, duration: durationSeconds });
  return async (key) => {
    const taken = await limiter.consume(key).catch(refusal);
    return {
      allowed: taken.consumedPoints <= points,
      limit: points,
      remaining: Math.max(0, taken.remainingPoints),
      resetSeconds: Math.ceil(taken.msBeforeNext / 1000),
    };
  };
}

/** The limiter rejects with its result where nothing is left; anything else is a real error. */
function refusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
}

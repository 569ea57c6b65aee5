import { AppError } from "@/lib/errors";
import type { AnswerHeaders } from "./answer-headers";
import type { CallLimiter } from "./call-limiter";

/** Counts a call under `key` and tells what is left in `headers` (RateLimit-*). Throws `rate_limited` unless it `mayPass`. */
export async function countCall(
  limiter: CallLimiter | null,
  key: string,
  headers: AnswerHeaders,
  { mayPass = false } = {},
): Promise<void> {
  if (!limiter) return;
  const { allowed, limit, remaining, resetSeconds } = await limiter(key);
  headers.set("ratelimit-limit", String(limit));
  headers.set("ratelimit-remaining", String(remaining));
  headers.set("ratelimit-reset", String(resetSeconds));
  if (allowed || mayPass) return;
  throw new AppError(
    "rate_limited",
    `More than ${limit} calls in a minute. Go on in ${resetSeconds} seconds.`,
    { retryAfterSeconds: resetSeconds },
  );
}

import { FAILURES, type Failure } from "./failure";

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 8000;
/** The block after too many calls in a second ends after one second. */
const SECOND_BLOCK_MS = 1000;

/**
 * Milliseconds before the next try after try number `attempt` (from 1). Backoff doubles, with full jitter (`random`
 * gives 0 to 1), so that workers that failed together do not come back together. A Retry-After is a lower bound.
 */
export function pauseMs(failure: Failure, attempt: number, random: () => number): number {
  const asked = (failure.retryAfterSeconds ?? 0) * 1000;
  if (FAILURES[failure.kind].pause === "second") {
    return Math.max(asked, SECOND_BLOCK_MS) + Math.round(random() * 250);
  }
  const ceiling = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1));
  return Math.max(asked, Math.round(random() * ceiling));
}

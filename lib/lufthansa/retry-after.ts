/** A longer wish than a day is taken for a mistake. */
const LONGEST_SANE_SECONDS = 24 * 3600;

/** Seconds that a Retry-After header (a number or an HTTP date) asks for; null when absent, past or absurd. */
export function retryAfterSeconds(header: string | undefined, receivedAt: Date): number | null {
  const value = header?.trim();
  if (!value) return null;
  const seconds = /^\d+$/.test(value)
    ? Number(value)
    : Math.ceil((Date.parse(value) - receivedAt.getTime()) / 1000);
  return seconds > 0 && seconds <= LONGEST_SANE_SECONDS ? seconds : null;
}

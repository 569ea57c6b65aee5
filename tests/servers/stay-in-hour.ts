import { setTimeout as sleep } from "node:timers/promises";

const HOUR_MS = 3600_000;

/**
 * Waits for the next hour where less than `seconds` of this one are left: calls are counted by the clock hour, so what
 * counts them must not run over its end.
 */
export async function stayInHour(seconds: number): Promise<void> {
  const left = HOUR_MS - (Date.now() % HOUR_MS);
  if (left < seconds * 1000) await sleep(left + 100);
}

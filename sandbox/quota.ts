export type QuotaLimits = { callsPerSecond: number; callsPerHour: number };

/** The vendor's public plan, for each key (API.md section 2). */
export const PUBLIC_PLAN: QuotaLimits = { callsPerSecond: 5, callsPerHour: 1000 };

export type Refusal = "403-second" | "403-hour";
export type Quota = { take(key: string): Refusal | null };

type Spent = { hour: number; inHour: number; second: number; inSecond: number };

/**
 * Counts calls by key in fixed clock hours and fixed clock seconds. That the hour is fixed is recorded; the second is
 * taken to be alike. Whether refused calls count is not known: here they do not.
 */
export function createQuota(limits: QuotaLimits, now: () => number): Quota {
  const spentByKey = new Map<string, Spent>();

  function spentNow(key: string): Spent {
    const [hour, second] = [Math.floor(now() / 3_600_000), Math.floor(now() / 1000)];
    const before = spentByKey.get(key);
    const spent = {
      hour,
      inHour: before?.hour === hour ? before.inHour : 0,
      second,
      inSecond: before?.second === second ? before.inSecond : 0,
    };
    spentByKey.set(key, spent);
    return spent;
  }

  return {
    take(key) {
      const spent = spentNow(key);
      if (spent.inHour >= limits.callsPerHour) return "403-hour";
      if (spent.inSecond >= limits.callsPerSecond) return "403-second";
      spent.inHour++;
      spent.inSecond++;
      return null;
    },
  };
}

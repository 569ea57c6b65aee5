/** Remembers what was looked up for some milliseconds, `most` values at a time, so that one burst of requests asks once. */
export function shortMemory<T>(milliseconds: number, most: number) {
  const kept = new Map<string, { value: T; until: number }>();
  return {
    /** Undefined where nothing is remembered of it. `now` in milliseconds. */
    recall(key: string, now: number): T | undefined {
      const found = kept.get(key);
      return found && found.until > now ? found.value : undefined;
    },
    keep(key: string, value: T, now: number): void {
      if (kept.size >= most) kept.clear();
      kept.set(key, { value, until: now + milliseconds });
    },
  };
}

import { createHash } from "node:crypto";
import type { CallCounter, Count } from "./call-counter";

/** What several processes count in together. */
export type CounterStore = {
  count(wish: { key: string; points: number; seconds: number }): Promise<Count>;
  forget(key: string): Promise<void>;
  /** Removes what has run out. */
  sweep(): Promise<unknown>;
};

type Sharing = {
  /** Counters of different names do not see each other. */
  name: string;
  seconds: number;
  store: CounterStore;
  /** Counts for this process while the store is away. */
  alone: CallCounter;
  /** Is told when the store fails. */
  onFailure: (error: unknown) => void;
  now?: () => number;
  waitMs?: number;
};

const WAIT_MS = 1000;
/** After a failure nobody waits for the same again for a while. */
const REST_MS = 5000;
const SWEEP_EVERY_MS = 10 * 60_000;

/**
 * Counts in a store that other processes use too. Where the store fails or takes longer than a second this process counts
 * for itself, for five seconds at least: a limit is no reason to refuse anybody, or to let them wait. Keys are kept as
 * hashes, because they name people and addresses.
 */
export function sharedCounter(sharing: Sharing): CallCounter {
  const { name, seconds, store, alone, onFailure, now = Date.now, waitMs = WAIT_MS } = sharing;
  let restUntil = 0;
  let sweepAt = now() + SWEEP_EVERY_MS;

  const orAlone = async <T>(together: () => Promise<T>, byMyself: () => Promise<T>): Promise<T> => {
    if (now() < restUntil) return byMyself();
    try {
      return await within(waitMs, together());
    } catch (error) {
      restUntil = now() + REST_MS;
      onFailure(error);
      return byMyself();
    }
  };
  const sweepSometimes = () => {
    if (now() < sweepAt) return;
    sweepAt = now() + SWEEP_EVERY_MS;
    // What is not swept now will be next time.
    store.sweep().catch(() => undefined);
  };
  const stored = (key: string) =>
    `${name} ${createHash("sha256").update(key).digest("hex").slice(0, 40)}`;

  return {
    add(key, points = 1) {
      sweepSometimes();
      return orAlone(
        () => store.count({ key: stored(key), points, seconds }),
        () => alone.add(key, points),
      );
    },
    forget: (key) =>
      orAlone(
        () => store.forget(stored(key)),
        () => alone.forget(key),
      ),
  };
}

/** Throws when it takes longer than `ms`. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The store did not answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

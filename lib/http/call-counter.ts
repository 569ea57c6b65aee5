/** How often something was done, and for how long that still counts. */
export type Count = { points: number; msLeft: number };

/** Counts by key, from a key's first time on; when its time is over the count begins anew. */
export type CallCounter = {
  /** Adds `points` (negative: takes back) and tells the whole count. */
  add(key: string, points?: number): Promise<Count>;
  /** The count of this key begins anew. */
  forget(key: string): Promise<void>;
};

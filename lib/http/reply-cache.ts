import { LRUCache } from "lru-cache";
import type { ReadyAnswer } from "./ready-answer";

/** What an entry takes beside its body: names, headers, and its place in the cache. */
const ENTRY_BYTES = 1000;
/** No answer may push out more than this part of all others. */
const LARGEST_PART = 8;

/**
 * Answers that are sent again while they stand. A key names all that the answer depends on, so that nothing in here is
 * ever wrong, only unasked for. Holds at most `maxBytes`, those used last.
 */
export class ReplyCache {
  readonly #kept: LRUCache<string, ReadyAnswer>;
  readonly #making = new Map<string, Promise<ReadyAnswer>>();

  constructor(maxBytes: number) {
    this.#kept = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.max(1, Math.floor(maxBytes / LARGEST_PART)),
      sizeCalculation: (answer, key) => (answer.body?.byteLength ?? 0) + key.length + ENTRY_BYTES,
    });
  }

  /** The answer of this name, where there is one. */
  find(key: string): ReadyAnswer | undefined {
    return this.#kept.get(key);
  }

  /**
   * The answer of this name, made where there is none. Equal requests at one time are one: they get the same answer, or
   * the same error. Only what succeeded (200) is kept.
   */
  async get(key: string, make: () => Promise<ReadyAnswer>): Promise<ReadyAnswer> {
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const making = this.#making.get(key) ?? this.#make(key, make);
    return making;
  }

  #make(key: string, make: () => Promise<ReadyAnswer>): Promise<ReadyAnswer> {
    const making = make()
      .then((answer) => {
        if (answer.status === 200) this.#kept.set(key, answer);
        return answer;
      })
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }
}

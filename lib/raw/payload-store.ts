import type { Answer } from "@/lib/model/answer";
import type { StreamName } from "@/lib/model/stream";

export const PAYLOAD_STORES = ["mongodb", "mysql"] as const;
export type PayloadStoreKind = (typeof PAYLOAD_STORES)[number];

/** An answer on its way into the store. `id` is made by the caller (UUID v7), so that saving twice is saving once. */
export type PayloadEntry = {
  id: string;
  stream: StreamName;
  /** `<scope> <window key>` of the ledger row that asked. */
  window: string;
  runId: string;
  answer: Answer;
};

/** What is kept of an answer. `hash` is the sha-256 of the body in hex and names the body, which is kept once. */
export type StoredPayload = PayloadEntry & { hash: string; bytes: number };

export type PayloadStats = {
  answers: number;
  bodies: number;
  /** Sum of body sizes as sent, and as kept (compressed). */
  bytes: number;
  storedBytes: number;
};

/**
 * The raw store. Body first (named by its hash), then the answer that refers to it: a body without an answer is an
 * orphan that the next equal answer adopts or `sweep` removes; an answer without a body cannot be.
 */
export type PayloadStore = {
  kind: PayloadStoreKind;
  /** Keeps an answer. Saving the same id again changes nothing. */
  save(entry: PayloadEntry): Promise<{ hash: string; bytes: number }>;
  /** Keeps many answers with few statements: the same as `save` of each, and in the same order of bodies and answers. */
  saveMany(entries: readonly PayloadEntry[]): Promise<void>;
  find(id: string): Promise<StoredPayload | null>;
  /** Many answers at once. Ids that are not here are left out; `damaged` are those whose body is gone or not as it was kept. */
  findMany(ids: readonly string[]): Promise<{ found: StoredPayload[]; damaged: string[] }>;
  /** Ids in order after `after` (exclusive), at most `limit`: a walk over everything, for moving and backup. */
  listIds(after: string | null, limit: number): Promise<string[]>;
  /** Removes answers by id, and returns how many were there. Bodies stay until `sweep`. */
  remove(ids: readonly string[]): Promise<number>;
  /**
   * Removes bodies that no answer refers to and that were saved before `before`; returns how many. An equal answer makes
   * a body young again. Where others save meanwhile, `before` lies further back than a save can take: a minute.
   */
  sweep(before: Date): Promise<number>;
  stats(): Promise<PayloadStats>;
  /** Rejects when the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

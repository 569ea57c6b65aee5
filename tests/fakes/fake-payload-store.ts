import { createHash } from "node:crypto";
import type { PayloadEntry, PayloadStore } from "@/lib/raw/payload-store";

/** A raw store in memory that says it is MongoDB. */
export function fakePayloadStore(): PayloadStore {
  const entries = new Map<string, PayloadEntry>();
  const hashOf = ({ answer }: PayloadEntry) =>
    createHash("sha256").update(answer.body).digest("hex");
  const none = async () => 0;
  const stored = (entry: PayloadEntry) => ({
    ...entry,
    hash: hashOf(entry),
    bytes: entry.answer.body.length,
  });
  return {
    kind: "mongodb",
    save: async (entry) => {
      entries.set(entry.id, entry);
      return { hash: hashOf(entry), bytes: entry.answer.body.length };
    },
    saveMany: async (many) => {
      for (const entry of many) entries.set(entry.id, entry);
    },
    find: async (id) => {
      const entry = entries.get(id);
      return entry ? stored(entry) : null;
    },
    findMany: async (ids) => ({
      found: [...entries.values()].filter(({ id }) => ids.includes(id)).map(stored),
      damaged: [],
    }),
    listIds: async (after, limit) =>
      [...entries.keys()]
        .sort()
        .filter((id) => id > (after ?? ""))
        .slice(0, limit),
    remove: none,
    sweep: none,
    stats: async () => ({ answers: entries.size, bodies: 0, bytes: 0, storedBytes: 0 }),
    ping: async () => undefined,
    close: async () => undefined,
  };
}

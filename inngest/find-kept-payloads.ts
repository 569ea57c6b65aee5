import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import type { StoredPayload } from "@/lib/raw/payload-store";
import { rawStore } from "./raw-store";

/** Many kept answers by id, also from before there was a MongoDB, and which of them are there but damaged. */
export async function findKeptPayloads(
  ids: readonly string[],
): Promise<{ found: Map<string, StoredPayload>; damaged: readonly string[] }> {
  const store = await rawStore();
  const first = await store.findMany(ids);
  const found = new Map(first.found.map((payload) => [payload.id, payload]));
  const missing = ids.filter((id) => !found.has(id) && !first.damaged.includes(id));
  if (store.kind === "mysql" || missing.length === 0) return { found, damaged: first.damaged };
  const second = await createMysqlPayloadStore().findMany(missing);
  for (const payload of second.found) found.set(payload.id, payload);
  return { found, damaged: [...first.damaged, ...second.damaged] };
}

import type { Payload } from "@/lib/contract/payloads";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { findPayload } from "@/lib/raw/find-payload";
import { rawStore } from "./raw-store";

/** A kept answer by its id, also one from before there was a MongoDB; null when there is none. */
export async function findKeptPayload(id: string): Promise<Payload | null> {
  const store = await rawStore();
  const found = await findPayload(store, id);
  if (found || store.kind === "mysql") return found;
  return findPayload(createMysqlPayloadStore(), id);
}

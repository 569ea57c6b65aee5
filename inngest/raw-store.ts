import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { env } from "@/lib/env";
import { openMongoPayloadStore } from "@/lib/raw/mongodb";
import type { PayloadStore } from "@/lib/raw/payload-store";

const KEY = Symbol.for("dst-airlines.raw-store");
const shared = globalThis as { [KEY]?: Promise<PayloadStore> };

/** The raw store of this process, opened on first use. Throws `database_unavailable` while MongoDB does not answer. */
export function rawStore(): Promise<PayloadStore> {
  const opened = shared[KEY] ?? openStore();
  shared[KEY] = opened;
  opened.catch(() => {
    // The next use tries again: a MongoDB that is away may come back.
    if (shared[KEY] === opened) delete shared[KEY];
  });
  return opened;
}

async function openStore(): Promise<PayloadStore> {
  const uri = env().MONGODB_URI;
  return uri ? openMongoPayloadStore(uri) : createMysqlPayloadStore();
}

/** Closes the store; the next use opens it again. */
export async function closeRawStore(): Promise<void> {
  const opened = shared[KEY];
  delete shared[KEY];
  await (await opened)?.close();
}

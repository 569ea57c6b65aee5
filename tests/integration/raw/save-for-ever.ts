import { randomBytes } from "node:crypto";
import type { PayloadStore } from "@/lib/raw/payload-store";
import { payloadEntry } from "./payload-entry";

const store = await openStore();

/** Loads what it needs only: the processes of this test start slowly enough. */
async function openStore(): Promise<PayloadStore> {
  if (process.argv[2] === "mongodb") {
    const { openMongoPayloadStore } = await import("@/lib/raw/mongodb");
    return openMongoPayloadStore(process.env.MONGODB_URI ?? "");
  }
  const { createMysqlPayloadStore } = await import("@/lib/db/payloads/create-mysql-payload-store");
  return createMysqlPayloadStore();
}

async function saveForEver(): Promise<never> {
  for (;;) {
    const body = randomBytes(20_000);
    const id = crypto.randomUUID();
    await store.save({ ...payloadEntry(body), id });
    process.stdout.write(`${id}\n`);
  }
}

process.stdin.resume().on("end", () => process.exit(1));
await Promise.all([saveForEver(), saveForEver(), saveForEver(), saveForEver()]);

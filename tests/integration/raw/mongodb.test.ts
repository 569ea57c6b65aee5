import { Binary, MongoClient } from "mongodb";
import { afterAll, expect, test } from "vitest";
import { openMongoPayloadStore } from "@/lib/raw/mongodb";
import { startMongo } from "@/tests/servers/mongo-server";
import type { OpenedStore } from "./opened-store";
import { payloadStoreContract } from "./payload-store-contract";

const server = await startMongo();
const skipped = "skipped" in server ? server.skipped : null;
afterAll(() => ("skipped" in server ? undefined : server.stop()));

async function open(): Promise<OpenedStore> {
  if ("skipped" in server) throw new Error(server.skipped);
  const { uri, kind, crash } = server;
  const store = await openMongoPayloadStore(uri);
  const client = new MongoClient(uri);
  const bodies = client.db().collection<{ _id: string }>("payload_bodies");
  return {
    store,
    dump: async () => {
      const collections = await client.db().collections();
      const all = await Promise.all(collections.map((one) => one.find().toArray()));
      return JSON.stringify(all);
    },
    tamper: async (hash, packed) => {
      if (packed) await bodies.updateOne({ _id: hash }, { $set: { body: new Binary(packed) } });
      else await bodies.deleteOne({ _id: hash });
    },
    outage: crash && { begin: crash.kill, end: crash.restart },
    patienceSeconds: 5,
    environment: { MONGODB_URI: uri },
    checksWhileDeleting: kind !== "built",
    close: async () => {
      await store.close();
      await client.close();
    },
  };
}

payloadStoreContract("raw store in MongoDB", open, skipped);

test.each([
  ["no address at all", "localhost:27017", "MONGODB_URI is not right"],
  ["a password with a bare @", "mongodb://u:hidden-password@x@h/db", "MONGODB_URI is not right"],
  ["nobody there", "mongodb://u:hidden-password@127.0.0.1:1/db", "127.0.0.1:1) cannot be used"],
])("opening a store says what is wrong and shows no password: %s", async (_, uri, message) => {
  const started = Date.now();
  const failure = await openMongoPayloadStore(uri).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: "database_unavailable",
    message: expect.stringContaining(message),
  });
  expect(String(failure)).not.toContain("hidden-password");
  expect(Date.now() - started).toBeLessThan(5_000);
});

import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { query } from "@/lib/db/query";
import { overrideEnv } from "@/lib/env";
import { startTcpProxy } from "@/tests/servers/tcp-proxy";
import { testDatabase } from "@/tests/servers/test-database";
import type { OpenedStore } from "./opened-store";
import { payloadStoreContract } from "./payload-store-contract";

const { url } = testDatabase();

async function open(): Promise<OpenedStore> {
  const store = createMysqlPayloadStore();
  const address = new URL(url);
  const proxy = await startTcpProxy(Number(address.port || 3306), address.hostname);
  address.host = `127.0.0.1:${proxy.port}`;
  overrideEnv({ DATABASE_URL: address.href });
  return {
    store,
    dump: async () => {
      const rows = z.record(z.string(), z.unknown());
      const answers = await query(rows, "SELECT * FROM payload_answers");
      return JSON.stringify([answers, await query(rows, "SELECT * FROM payload_bodies")]);
    },
    tamper: async (hash, packed) => {
      if (packed)
        await execute("UPDATE payload_bodies SET body = ? WHERE hash = ?", [packed, hash]);
      else await execute("DELETE FROM payload_bodies WHERE hash = ?", [hash]);
    },
    outage: { begin: proxy.interrupt, end: proxy.resume },
    // The pool of the process waits four seconds for a connection; a busy machine notices late.
    patienceSeconds: 6,
    environment: { DATABASE_URL: url },
    checksWhileDeleting: true,
    close: async () => {
      await store.close();
      await proxy.stop();
    },
  };
}

payloadStoreContract("raw store in MySQL", open);

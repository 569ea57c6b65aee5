import { resolve } from "node:path";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { noteMovedPayloads } from "@/lib/db/payloads/note-moved-payloads";
import { closePool } from "@/lib/db/pool";
import { env, overrideEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { openMongoPayloadStore } from "@/lib/raw/mongodb";
import { movePayloads } from "@/lib/raw/move-payloads";
import type { PayloadStore, PayloadStoreKind } from "@/lib/raw/payload-store";
import { openDatabases } from "../databases/open-databases";

/**
 * Moves the kept answers to the store `to`, with the databases started if they do not run. Progress goes to stderr, one
 * line of JSON to stdout. Resolves with whether every answer arrived.
 */
export async function moveStoredPayloads(wanted: {
  to: PayloadStoreKind;
  deleteSource: boolean;
  quiet: boolean;
}): Promise<boolean> {
  const { to, deleteSource, quiet } = wanted;
  const say = (line: string) => void (quiet || process.stderr.write(`${line}\n`));
  const started = Date.now();
  const databases = await openDatabases({ dataDir: resolve(env().DATA_DIR), log: say });
  let mongo: PayloadStore | undefined;
  const close = async () => {
    await mongo?.close();
    await closePool();
    await databases.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      say("stopped; what was moved is moved, start it again to go on");
      void close().finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
    });
  }
  try {
    overrideEnv({ DATABASE_URL: databases.databaseUrl });
    await deployMigrations();
    mongo = await openMongo(databases.mongodbUri);
    const mysql = createMysqlPayloadStore();
    const [from, target] = to === "mongodb" ? [mysql, mongo] : [mongo, mysql];
    const { answers } = await from.stats();
    const { damagedIds, sweptBodies, ...counts } = await movePayloads({
      from,
      to: target,
      noteMoved: noteMovedPayloads,
      deleteSource,
      now: () => new Date(),
      onProgress: (soFar) => say(`${soFar.answers} of ${answers} answers, ${soFar.copied} copied`),
    });
    const line = {
      from: from.kind,
      to,
      ...counts,
      swept_bodies: sweptBodies,
      damaged_ids: damagedIds.slice(0, 20),
      duration_ms: Date.now() - started,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    return damagedIds.length === 0;
  } finally {
    await close();
  }
}

async function openMongo(uri: string | null): Promise<PayloadStore> {
  if (uri) return openMongoPayloadStore(uri);
  throw new AppError(
    "database_unavailable",
    "There is no MongoDB to move answers to or from. Nothing was changed. Set MONGODB_URI, or install mongod.",
  );
}

import { join, resolve } from "node:path";
import { env } from "@/lib/env";
import { openMongoPayloadStore } from "@/lib/raw/mongodb";
import { backUp } from "./backup/back-up";
import { command } from "./command";
import { withDatabases } from "./databases/with-databases";

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run backup [-- FOLDER]`: database and raw answers into a new folder, by default below DATA_DIR/backups. */
await command(() =>
  withDatabases(async ({ databaseUrl, mongodbUri }) => {
    const now = new Date();
    const stamp = now.toISOString().slice(0, 19).replaceAll(":", "-");
    const folder = resolve(process.argv[2] ?? join(env().DATA_DIR, "backups", stamp));
    const mongo = mongodbUri ? await openMongoPayloadStore(mongodbUri) : null;
    try {
      await backUp({ databaseUrl, mongo, folder, say, now });
    } finally {
      await mongo?.close();
    }
    process.stdout.write(`${folder}\n`);
  }),
);

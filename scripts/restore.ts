import { parseArgs } from "node:util";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { openMongoPayloadStore } from "@/lib/raw/mongodb";
import type { PayloadStore } from "@/lib/raw/payload-store";
import { restoreBackup } from "./backup/restore-backup";
import { command } from "./command";
import { withDatabases } from "./databases/with-databases";

const USAGE = "usage: npm run restore -- FOLDER [--force]";
const say = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run restore -- FOLDER [--force]`: a backup into an empty database; --force replaces what is in it. */
await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { force: { type: "boolean", default: false } },
  });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new Error(USAGE);
  await withDatabases(async ({ databaseUrl, mongodbUri }) => {
    let opened: PayloadStore | undefined;
    const store = async () => {
      opened = mongodbUri ? await openMongoPayloadStore(mongodbUri) : createMysqlPayloadStore();
      return opened;
    };
    try {
      const { tables } = await restoreBackup({
        databaseUrl,
        store,
        folder,
        force: values.force,
        say,
      });
      process.stdout.write(`restored ${tables.reduce((sum, { lines }) => sum + lines, 0)} rows\n`);
    } finally {
      await opened?.close();
    }
  });
});

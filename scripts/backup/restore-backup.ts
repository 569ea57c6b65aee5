import { dumpTable } from "@/lib/db/backup/dump-table";
import { loadTable } from "@/lib/db/backup/load-table";
import { prepareRestore } from "@/lib/db/backup/prepare-restore";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { noteMovedPayloads } from "@/lib/db/payloads/note-moved-payloads";
import { withConnection } from "@/lib/db/with-connection";
import type { PayloadStore } from "@/lib/raw/payload-store";
import { saveAnswerLines } from "./answer-lines";
import { countLines, readLines } from "./line-file";
import type { Manifest } from "./manifest";
import { migrationsOf, readBackup } from "./read-backup";

type Wanted = {
  databaseUrl: string;
  /** Where raw answers of MongoDB go: the configured store. */
  store: () => Promise<PayloadStore>;
  folder: string;
  force: boolean;
  say: (line: string) => void;
};

/**
 * Brings a database to what a backup holds and compares the result with it row by row. Looks at the whole backup before
 * it changes anything. Throws `conflict` for a damaged backup and for a database that is not empty (unless `force`).
 */
export async function restoreBackup(wanted: Wanted): Promise<Manifest> {
  const { databaseUrl, folder, force, say } = wanted;
  const manifest = await readBackup(folder);
  const files = migrationsOf(manifest);
  say(`the backup of ${manifest.madeAt} is whole`);
  await withConnection(databaseUrl, (connection) => prepareRestore(connection, force));
  await deployMigrations({ url: databaseUrl, files });
  await loadTables(wanted, manifest);
  await deployMigrations({ url: databaseUrl });
  if (manifest.answers) await loadAnswers(wanted, manifest.answers);
  return manifest;
}

async function loadTables({ databaseUrl, folder, say }: Wanted, manifest: Manifest): Promise<void> {
  await withConnection(databaseUrl, async (connection) => {
    await connection.query("SET FOREIGN_KEY_CHECKS = 0");
    for (const table of manifest.tables) {
      const rows = await loadTable(connection, table, readLines(folder, table.file));
      const now = await countLines(dumpTable(connection, table));
      if (now.sha256 !== table.sha256) {
        throw new Error(
          `${table.name} was restored, but reads differently from the backup. Do not use this database; restore again with --force.`,
        );
      }
      say(`${table.name}: ${rows} rows, as in the backup`);
    }
  });
}

async function loadAnswers(
  { folder, store, say }: Wanted,
  answers: NonNullable<Manifest["answers"]>,
): Promise<void> {
  const target = await store();
  const moved = target.kind !== answers.store;
  let count = 0;
  await saveAnswerLines(target, readLines(folder, answers.file), async (ids) => {
    if (moved) await noteMovedPayloads(ids, target.kind);
    count += ids.length;
    say(`raw answers: ${count} of ${answers.lines}`);
  });
}

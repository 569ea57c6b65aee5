import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dumpTable } from "@/lib/db/backup/dump-table";
import { listTables } from "@/lib/db/backup/list-tables";
import { withSnapshot } from "@/lib/db/backup/with-snapshot";
import { readMigrations } from "@/lib/db/migrate/read-migrations";
import { migrationStatus } from "@/lib/db/migrate/status";
import { AppError } from "@/lib/errors";
import type { PayloadStore } from "@/lib/raw/payload-store";
import { answerLines } from "./answer-lines";
import { writeLines } from "./line-file";
import { MANIFEST_FILE, type Manifest } from "./manifest";

type Wanted = {
  databaseUrl: string;
  /** The raw store when it is not in MySQL. */
  mongo: PayloadStore | null;
  folder: string;
  say: (line: string) => void;
  now: Date;
};

/**
 * Copies the database as it is at one moment, and the raw answers of MongoDB, into a new folder with a manifest of hashes.
 * The folder appears whole or not at all. Throws `conflict` when it is there already or the migrations are not applied.
 */
export async function backUp({ databaseUrl, mongo, folder, say, now }: Wanted): Promise<Manifest> {
  if (existsSync(folder))
    throw new AppError(
      "conflict",
      `${folder} exists already. Nothing was changed. Name another folder.`,
    );
  if (!(await migrationStatus({ url: databaseUrl })).upToDate) {
    throw new AppError(
      "conflict",
      "The migrations of this database are not all applied, so nothing was backed up. Run npm run db:migrate first.",
    );
  }
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  chmodSync(making, 0o700);

  const tables: Manifest["tables"] = [];
  await withSnapshot(databaseUrl, async (connection) => {
    for (const table of await listTables(connection)) {
      const written = await writeLines(
        making,
        `${table.name}.ndjson.gz`,
        dumpTable(connection, table),
      );
      tables.push({ ...written, ...table, columns: [...table.columns], key: [...table.key] });
      say(`${table.name}: ${written.lines} rows`);
    }
  });
  const manifest: Manifest = {
    format: 1,
    madeAt: now.toISOString(),
    migrations: readMigrations().map(({ name, checksum }) => ({ name, checksum })),
    tables,
    answers: mongo && {
      store: mongo.kind,
      ...(await writeLines(making, "raw-answers.ndjson.gz", answerLines(mongo))),
    },
  };
  if (manifest.answers) say(`raw answers of MongoDB: ${manifest.answers.lines}`);
  writeFileSync(join(making, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
  });
  renameSync(making, folder);
  return manifest;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Migration, readMigrations } from "@/lib/db/migrate/read-migrations";
import { AppError } from "@/lib/errors";
import { countLines, readLines } from "./line-file";
import { type LineFile, MANIFEST_FILE, Manifest } from "./manifest";

/** The manifest of a backup, with every file of it compared with its hash. Throws `conflict` when something is damaged. */
export async function readBackup(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  const files = [...manifest.tables, ...(manifest.answers ? [manifest.answers] : [])];
  for (const file of files) {
    if (!(await isWhole(folder, file))) {
      throw new AppError(
        "conflict",
        `${join(folder, file.file)} is damaged or missing. Nothing was changed. Use another backup.`,
      );
    }
  }
  return manifest;
}

function readManifest(folder: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST_FILE), "utf8")));
  } catch (cause) {
    throw new AppError(
      "conflict",
      `${folder} is not a backup: it has no readable ${MANIFEST_FILE}. Nothing was changed.`,
      { cause },
    );
  }
}

async function isWhole(folder: string, { file, lines, sha256 }: LineFile): Promise<boolean> {
  try {
    const found = await countLines(readLines(folder, file));
    return found.lines === lines && found.sha256 === sha256;
  } catch {
    return false;
  }
}

/** The migrations that made the tables of a backup. Throws `conflict` when this version of the project has others. */
export function migrationsOf(
  manifest: Manifest,
  files: readonly Migration[] = readMigrations(),
): Migration[] {
  return manifest.migrations.map(({ name, checksum }) => {
    const file = files.find((migration) => migration.name === name);
    if (file?.checksum === checksum) return file;
    throw new AppError(
      "conflict",
      `The backup was made with the migration ${name}, which this version of the project ${file ? "has in another form" : "does not have"}. Nothing was changed. Restore it with the version that made it.`,
    );
  });
}

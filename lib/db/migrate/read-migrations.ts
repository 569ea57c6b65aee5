import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Migration = { name: string; sql: string; checksum: string };

/** Where the migrations lie, seen from where npm starts everything: the root of the project. */
export const MIGRATIONS_DIR = join("prisma", "migrations");

/** The migrations on disk in the order in which they apply, with Prisma's checksum (sha-256 of the file in hex). */
export function readMigrations(directory: string = MIGRATIONS_DIR): Migration[] {
  const names = readdirSync(directory)
    .filter((name) => existsSync(join(directory, name, "migration.sql")))
    .sort();
  if (names.length === 0)
    throw new Error(`${directory} holds no migrations; is this the root of the project?`);
  return names.map((name) => {
    const sql = readFileSync(join(directory, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

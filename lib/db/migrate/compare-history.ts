import type { AppliedMigration } from "./migration-table";
import type { Migration } from "./read-migrations";

export type History = {
  /** On disk and not yet applied. */
  pending: Migration[];
  /** Begun and not finished, with what the database said. */
  failed: { name: string; logs: string | null }[];
  /** Applied, and its file changed since. */
  edited: string[];
  /** Applied, and not on disk. */
  missing: string[];
};

/** What the files say against what the database says. */
export function compareHistory(
  files: readonly Migration[],
  applied: readonly AppliedMigration[],
): History {
  const rows = new Map(applied.map((row) => [row.migration_name, row]));
  const names = new Set(files.map(({ name }) => name));
  return {
    pending: files.filter(({ name }) => !rows.has(name)),
    failed: applied
      .filter((row) => row.finished_at === null)
      .map((row) => ({ name: row.migration_name, logs: row.logs })),
    edited: files
      .filter(({ name, checksum }) => isEdited(rows.get(name), checksum))
      .map(({ name }) => name),
    missing: applied.map((row) => row.migration_name).filter((name) => !names.has(name)),
  };
}

function isEdited(row: AppliedMigration | undefined, checksum: string): boolean {
  return row !== undefined && row.finished_at !== null && row.checksum !== checksum;
}

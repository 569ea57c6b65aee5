import { databaseUrl } from "../pool";
import { withConnection } from "../with-connection";
import { compareHistory, type History } from "./compare-history";
import { findApplied } from "./migration-table";
import { type Migration, readMigrations } from "./read-migrations";

export type MigrationStatus = History & { onDisk: number; upToDate: boolean };

/** How the migrations stand in a database; changes nothing. Throws `database_unavailable`. */
export async function migrationStatus({
  url = databaseUrl(),
  files = readMigrations(),
}: {
  url?: string;
  files?: readonly Migration[];
} = {}): Promise<MigrationStatus> {
  const applied = await withConnection(url, findApplied);
  const history = compareHistory(files, applied ?? []);
  const upToDate = Object.values(history).every((list) => list.length === 0);
  return { ...history, onDisk: files.length, upToDate };
}

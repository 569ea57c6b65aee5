import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { execute } from "../execute";
import { databaseUrl } from "../pool";
import { withConnection } from "../with-connection";
import { withMigrationLock } from "./migration-lock";
import { adoptMigrationTable, findApplied } from "./migration-table";
import { type Migration, readMigrations } from "./read-migrations";

type Resolution = {
  name: string;
  as: "applied" | "rolled_back";
  url?: string;
  files?: readonly Migration[];
};

/**
 * Notes what a person did about a migration: `rolled_back` lets it be applied again, `applied` counts it as done. It
 * changes no other table. Throws `not_found` when there is nothing of that name to resolve, `conflict` when it is applied.
 */
export async function resolveMigration({
  name,
  as,
  url = databaseUrl(),
  files = readMigrations(),
}: Resolution): Promise<void> {
  const file = files.find((migration) => migration.name === name);
  if (as === "applied" && !file)
    throw new AppError("not_found", `There is no migration ${name} on disk.`);
  await withMigrationLock(url, () =>
    withConnection(url, async (connection) => {
      await adoptMigrationTable(connection);
      const row = (await findApplied(connection))?.find(
        (applied) => applied.migration_name === name,
      );
      if (row?.finished_at)
        throw new AppError(
          "conflict",
          `The migration ${name} is applied already. Nothing was changed.`,
        );
      if (as === "rolled_back" && !row)
        throw new AppError(
          "not_found",
          `The migration ${name} did not fail here. Nothing was changed.`,
        );
      await execute(
        "UPDATE _prisma_migrations SET rolled_back_at = UTC_TIMESTAMP(3) WHERE migration_name = ? AND finished_at IS NULL AND rolled_back_at IS NULL",
        [name],
        connection,
      );
      if (as === "rolled_back" || !file) return;
      await execute(
        "INSERT INTO _prisma_migrations (id, checksum, logs, started_at, finished_at, migration_name) VALUES (?, ?, '', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), ?)",
        [randomUUID(), file.checksum, name],
        connection,
      );
    }),
  );
}

import type { Connection } from "mariadb";
import { z } from "zod";
import { execute } from "../execute";
import { query } from "../query";

/** Exactly the table that Prisma 7's schema engine makes, so that `prisma migrate deploy` can take over at any time. */
const CREATE_TABLE = `CREATE TABLE _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             DATETIME(3),
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          DATETIME(3),
    started_at              DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    applied_steps_count     INTEGER UNSIGNED NOT NULL DEFAULT 0
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`;

const Row = z.object({
  migration_name: z.string(),
  checksum: z.string(),
  logs: z.string().nullable(),
  finished_at: z.date().nullable(),
});
export type AppliedMigration = z.infer<typeof Row>;

/** What was applied or begun and not rolled back, oldest first; null when no migration ever ran here. */
export async function findApplied(connection: Connection): Promise<AppliedMigration[] | null> {
  const tables = await query(
    z.object({ n: z.number() }),
    "SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '_prisma_migrations'",
    [],
    connection,
  );
  if (tables[0]?.n !== 1) return null;
  return query(
    Row,
    "SELECT migration_name, checksum, logs, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name",
    [],
    connection,
  );
}

/** Makes the table of migrations. Throws when the database already holds tables of somebody else. */
export async function createMigrationTable(connection: Connection): Promise<void> {
  const tables = await query(
    z.object({ name: z.string() }),
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name LIMIT 3",
    [],
    connection,
  );
  if (tables.length > 0) {
    throw new Error(
      `The database is not empty (${tables.map(({ name }) => name).join(", ")} …) and was not made by these migrations. Nothing was changed. Use an empty database; or, if it does hold these tables, mark them: npm run db:migrate -- resolve --applied NAME`,
    );
  }
  await execute(CREATE_TABLE, [], connection);
}

/** Makes the table of migrations in a database whose tables are there already. */
export async function adoptMigrationTable(connection: Connection): Promise<void> {
  if ((await findApplied(connection)) === null) await execute(CREATE_TABLE, [], connection);
}

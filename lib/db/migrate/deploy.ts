import { randomUUID } from "node:crypto";
import type { Connection } from "mariadb";
import { AppError } from "@/lib/errors";
import { execute } from "../execute";
import { databaseUrl } from "../pool";
import { withConnection } from "../with-connection";
import { compareHistory, type History } from "./compare-history";
import { withMigrationLock } from "./migration-lock";
import { createMigrationTable, findApplied } from "./migration-table";
import { type Migration, readMigrations } from "./read-migrations";

type Deployment = { url?: string; files?: readonly Migration[]; log?: (message: string) => void };

/**
 * Applies the migrations that the database does not have yet and returns their names; run again it does nothing. One
 * process at a time. Throws, having said what was kept and what to do, when a migration fails or failed before, and when
 * the database knows migrations that this version does not have.
 */
export async function deployMigrations({
  url = databaseUrl(),
  files = readMigrations(),
  log = () => {},
}: Deployment = {}): Promise<string[]> {
  return withMigrationLock(url, (stillHeld) =>
    withConnection(
      url,
      async (connection) => {
        const applied = await findApplied(connection);
        if (!applied) await createMigrationTable(connection);
        const history = compareHistory(files, applied ?? []);
        refuse(history);
        for (const name of history.edited) {
          log(
            `the file of migration ${name} was changed after it was applied here; that change has no effect`,
          );
        }
        for (const migration of history.pending) {
          stillHeld();
          await apply(connection, migration);
          log(`applied ${migration.name}`);
        }
        return history.pending.map(({ name }) => name);
      },
      { multipleStatements: true },
    ),
  );
}

function refuse({ failed, missing }: History): void {
  const [first] = failed;
  if (first) throw failure(first.name, `failed before: ${first.logs ?? "it was interrupted"}`);
  if (missing.length > 0) {
    throw new AppError(
      "conflict",
      `The database was migrated by a newer version of this application (${missing.join(", ")}). Nothing was changed. Update this copy, or set DATABASE_URL to another database.`,
    );
  }
}

async function apply(connection: Connection, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await execute(
    "INSERT INTO _prisma_migrations (id, checksum, started_at, migration_name) VALUES (?, ?, UTC_TIMESTAMP(3), ?)",
    [id, checksum, name],
    connection,
  );
  try {
    await connection.query(sql);
  } catch (error) {
    const reason = describe(error);
    await execute(
      "UPDATE _prisma_migrations SET logs = ? WHERE id = ?",
      [reason, id],
      connection,
    ).catch(() => undefined);
    throw failure(name, `failed: ${reason}`, error);
  }
  await execute(
    "UPDATE _prisma_migrations SET finished_at = UTC_TIMESTAMP(3), applied_steps_count = applied_steps_count + 1 WHERE id = ?",
    [id],
    connection,
  );
}

function failure(name: string, what: string, cause?: unknown): AppError {
  const message = [
    `The migration ${name} ${what}`,
    "MySQL cannot undo changes of tables: its statements before the failing one stay applied, the others were not run.",
    "Look at the database, then either undo what was done and run",
    `  npm run db:migrate -- resolve --rolled-back ${name}`,
    "or finish the migration by hand and run",
    `  npm run db:migrate -- resolve --applied ${name}`,
    "and start again.",
  ];
  return new AppError("conflict", message.join("\n"), { cause });
}

function describe(error: unknown): string {
  if (error instanceof Error && "sqlMessage" in error && "errno" in error) {
    return `${String(error.sqlMessage)} (error ${String(error.errno)})`;
  }
  return error instanceof Error ? error.message : String(error);
}

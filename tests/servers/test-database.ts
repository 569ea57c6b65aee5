import { afterAll, beforeAll, inject } from "vitest";
import { deployMigrations } from "../../lib/db/migrate/deploy";
import { closePool } from "../../lib/db/pool";
import { besideDatabase, createDatabase, dropDatabase } from "../../lib/db/throwaway-database";
import { overrideEnv } from "../../lib/env";

/**
 * Gives the test file that calls it a fresh migrated database, under `url` and as DATABASE_URL, and removes it at the end.
 * Call it once, at the top of the file. `migrate: false` leaves it empty.
 */
export function testDatabase({ migrate = true } = {}): { url: string } {
  const server = inject("databaseServer");
  const url = besideDatabase(server, "test");
  process.env.DATABASE_URL = url;

  beforeAll(async () => {
    overrideEnv({ DATABASE_URL: url });
    await createDatabase(url, server);
    if (migrate) await deployMigrations({ url });
  });
  afterAll(async () => {
    await closePool();
    await dropDatabase(url, server);
  });
  return { url };
}

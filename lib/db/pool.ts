import { createPool, type Pool } from "mariadb";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { connectionOptions } from "./connection-options";

const KEY = Symbol.for("dst-airlines.pool");
// The framework loads its modules more than once in a process; only globalThis is shared by the copies.
const shared = globalThis as { [KEY]?: Pool };

/** The connections of this process, made on first use. Throws `database_unavailable` when DATABASE_URL is not set. */
export function pool(): Pool {
  shared[KEY] ??= createPool({
    ...connectionOptions(databaseUrl()),
    connectionLimit: 10,
    minimumIdle: 1,
    // Also how long a question waits while the database is away; busy connections come back much sooner.
    acquireTimeout: 4_000,
    // Prisma prepares each statement it runs, and nothing would ever let go of them.
    prepareCacheLength: 0,
  });
  return shared[KEY];
}

/** Closes the connections; the next use makes new ones. Calling it twice is no error. */
export async function closePool(): Promise<void> {
  const open = shared[KEY];
  delete shared[KEY];
  await open?.end();
}

/** The configured database. Throws `database_unavailable` when there is none. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (url) return url;
  throw new AppError(
    "database_unavailable",
    "No database is configured. Start with npm run up, which brings its own, or set DATABASE_URL.",
  );
}

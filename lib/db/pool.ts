import { type Connection, createPool, type Pool } from "mariadb";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { connectionOptions, SESSION_SQL } from "./connection-options";

const KEY = Symbol.for("dst-airlines.pool");
// The framework loads its modules more than once in a process; only globalThis is shared by the copies.
const shared = globalThis as { [KEY]?: Pool };

/** The connections of this process, made on first use. Throws `database_unavailable` when DATABASE_URL is not set. */
export function pool(): Pool {
  shared[KEY] ??= openPool();
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

function openPool(): Pool {
  const opened = createPool({
    ...connectionOptions(databaseUrl()),
    connectionLimit: 10,
    minimumIdle: 1,
    // Also how long a question waits while the database is away; busy connections come back much sooner.
    acquireTimeout: 4_000,
    // Prisma prepares each statement it runs, and nothing would ever let go of them.
    prepareCacheLength: 0,
  });
  const prepared = new WeakSet<object>();
  opened.on("acquire", (connection) => {
    if (prepared.has(connection)) return;
    prepared.add(connection);
    startSession(connection);
  });
  return opened;
}

type RawConnection = {
  query(command: { sql: string }, done: () => void, failed: () => void): void;
  destroy(): void;
};

/**
 * Queues SESSION_SQL on a new connection before anything of its first user: the driver sends in order. A server that
 * refuses it gets no statement of ours.
 */
function startSession(connection: Connection): void {
  // The event brings the connection underneath the promises, with callbacks, and not what its type says.
  const raw = connection as unknown as RawConnection;
  raw.query(
    { sql: SESSION_SQL },
    () => undefined,
    () => raw.destroy(),
  );
}

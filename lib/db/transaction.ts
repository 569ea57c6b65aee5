import { setTimeout as wait } from "node:timers/promises";
import type { PoolConnection } from "mariadb";
import { toDatabaseError } from "./database-error";
import { pool } from "./pool";

/** Deadlock; lock wait timeout; record changed since read (MariaDB 11); write conflict (TiDB). A new try can win. */
const RETRYABLE = new Set([1213, 1205, 1020, 9007]);
const TRIES = 6;

/**
 * Does `work` in one transaction on one connection and commits. When the database gives up because of others the whole
 * work is done again, at most 6 times with growing pauses: it must not change anything but the database. Throws what
 * `work` throws, with everything rolled back, or `database_unavailable`.
 */
export async function transaction<T>(
  work: (connection: PoolConnection) => Promise<T>,
  sleep: (milliseconds: number) => Promise<unknown> = wait,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(work);
    } catch (error) {
      if (attempt >= TRIES || !isRetryable(error)) throw toDatabaseError(error);
    }
    await sleep(Math.random() * 20 * 2 ** attempt);
  }
}

async function attemptOnce<T>(work: (connection: PoolConnection) => Promise<T>): Promise<T> {
  const connection = await pool().getConnection();
  try {
    await connection.beginTransaction();
    const result = await work(connection);
    await connection.commit();
    return result;
  } catch (error) {
    // A rollback that fails means a dead connection, whose transaction the server ends itself.
    await connection.rollback().catch(() => connection.destroy());
    throw error;
  } finally {
    await connection.release();
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && "errno" in error && RETRYABLE.has(Number(error.errno));
}

import type { Connection } from "mariadb";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { query } from "../query";
import { withConnection } from "../with-connection";

const HEARTBEAT_MILLISECONDS = 20_000;
// A lock belongs to the whole server, and a name holds 64 characters: hence the database in it, cut short.
const NAME = "CONCAT(LEFT(DATABASE(), 50), '.migrate')";
const Answer = z.object({ answer: z.number().nullable() });

/**
 * Does `work` while no other process migrates this database. The lock has a connection of its own, asked now and then so
 * that nothing cuts it; `stillHeld` throws once it is lost. Throws `conflict` when another holds it for longer than
 * `waitSeconds`.
 */
export function withMigrationLock<T>(
  url: string,
  work: (stillHeld: () => void) => Promise<T>,
  waitSeconds = 60,
): Promise<T> {
  return withConnection(url, async (connection) => {
    const [got] = await query(
      Answer,
      `SELECT GET_LOCK(${NAME}, ?) AS answer`,
      [waitSeconds],
      connection,
    );
    if (got?.answer !== 1) throw occupied(waitSeconds);
    const lost = watch(connection);
    try {
      return await work(lost.throwIfLost);
    } finally {
      lost.stop();
      await connection.query(`DO RELEASE_LOCK(${NAME})`).catch(() => undefined);
    }
  });
}

function watch(connection: Connection) {
  let lost: unknown;
  connection.on("error", (error) => {
    lost = error;
  });
  const timer = setInterval(() => {
    connection.ping().catch((error: unknown) => {
      lost = error;
    });
  }, HEARTBEAT_MILLISECONDS);
  return {
    stop: () => clearInterval(timer),
    throwIfLost: () => {
      if (!lost) return;
      throw new AppError(
        "database_unavailable",
        "The connection that holds the migration lock was lost. No further migration was begun; run npm run db:migrate again.",
        { cause: lost },
      );
    },
  };
}

function occupied(waitSeconds: number): AppError {
  return new AppError(
    "conflict",
    `Another process has been migrating this database for over ${waitSeconds} s. Nothing was changed. Wait for it, then try again.`,
  );
}

import { type Connection, type ConnectionConfig, createConnection } from "mariadb";
import { connectionOptions, SESSION_SQL } from "./connection-options";
import { toDatabaseError } from "./database-error";

/** Opens one connection of its own for `work`, outside the pool, and closes it. Throws `database_unavailable`. */
export async function withConnection<T>(
  url: string,
  work: (connection: Connection) => Promise<T>,
  extra: Partial<ConnectionConfig> = {},
): Promise<T> {
  let connection: Connection | undefined;
  try {
    connection = await createConnection({ ...connectionOptions(url), ...extra });
    await connection.query(SESSION_SQL);
    return await work(connection);
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    await connection?.end().catch(() => connection?.destroy());
  }
}

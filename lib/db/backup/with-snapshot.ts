import type { Connection } from "mariadb";
import { withConnection } from "../with-connection";

/** Does `work` on a connection that sees the database as it was at one moment, whatever others write meanwhile. */
export function withSnapshot<T>(
  url: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  return withConnection(url, async (connection) => {
    await connection.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    await connection.query("START TRANSACTION WITH CONSISTENT SNAPSHOT");
    const result = await work(connection);
    await connection.query("COMMIT");
    return result;
  });
}

import { z } from "zod";
import { query } from "./query";
import { withConnection } from "./with-connection";

const ServerRow = z.object({ version: z.string(), now: z.date(), time_zone: z.string() });

/** Asks a database who it is and what time it has. Throws `database_unavailable` when it does not answer. */
export function askDatabaseServer(
  url: string,
  timeoutMilliseconds = 10_000,
): Promise<{ version: string; now: Date; timeZone: string }> {
  return withConnection(
    url,
    async (connection) => {
      const rows = await query(
        ServerRow,
        "SELECT VERSION() AS version, UTC_TIMESTAMP(3) AS now, @@session.time_zone AS time_zone",
        [],
        connection,
      );
      const [row] = z.tuple([ServerRow]).parse(rows);
      return { version: row.version, now: row.now, timeZone: row.time_zone };
    },
    { connectTimeout: timeoutMilliseconds },
  );
}

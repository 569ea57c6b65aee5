import type { Connection } from "mariadb";
import { z } from "zod";
import { execute } from "./execute";
import { query } from "./query";

/** Rises with each transaction that changed what readers see. Read it before the data that is cached under it. */
export async function dataVersion(): Promise<number> {
  const rows = await query(
    z.object({ version: z.number() }),
    "SELECT version FROM data_version WHERE id = 1",
  );
  return rows[0]?.version ?? 0;
}

/** Raises the data version. Last in the writer's transaction: its row is shared by all writers until the commit. */
export async function bumpDataVersion(connection: Connection): Promise<void> {
  await execute(
    "INSERT INTO data_version (id, version) VALUES (1, 1) ON DUPLICATE KEY UPDATE version = version + 1",
    [],
    connection,
  );
}

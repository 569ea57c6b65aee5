import type { Connection } from "mariadb";
import type { ApiKey } from "@/lib/contract/keys";
import { AppError } from "@/lib/errors";
import { query } from "../query";
import { KEYS_WITH_OWNERS, KeyRow, keyColumns, toApiKey } from "./key-row";

/** One key. Throws `not_found`, also where it belongs to somebody else than `ownerId`, which is null for whoever sees all. */
export async function getKey(
  id: string,
  ownerId: string | null,
  now = new Date(),
  connection?: Connection,
): Promise<ApiKey> {
  const columns = keyColumns(now);
  const [row] = await query(
    KeyRow,
    `SELECT ${columns.sql} FROM ${KEYS_WITH_OWNERS} WHERE k.id = ?`,
    [...columns.params, id],
    connection,
  );
  if (row && (ownerId === null || row.user_id === ownerId)) return toApiKey(row);
  throw new AppError("not_found", `There is no key ${id} of yours. Nothing was changed.`);
}

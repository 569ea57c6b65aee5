import type { Connection, UpsertResult } from "mariadb";
import { toDatabaseError } from "./database-error";
import { pool } from "./pool";
import { toSqlParams } from "./utc-dates";

/**
 * Runs a statement that changes something. `affectedRows` counts the rows that were found, not those that changed.
 * Inside a transaction give its `connection`. Throws `database_unavailable`, or the driver's error.
 */
export async function execute(
  sql: string,
  params: readonly unknown[] = [],
  connection?: Connection,
): Promise<{ affectedRows: number; insertId: number }> {
  try {
    // Given no values at all, the driver does not look for their places in a long statement.
    const values = params.length > 0 ? toSqlParams(params) : undefined;
    const result = await (connection ?? pool()).query<UpsertResult>(sql, values);
    return { affectedRows: result.affectedRows, insertId: Number(result.insertId) };
  } catch (error) {
    throw toDatabaseError(error);
  }
}

import { toDatabaseError } from "./database-error";
import { pool } from "./pool";
import { toSqlParams } from "./utc-dates";

/**
 * Rows as the driver brings them: nobody checks them, and instants stay text in UTC (`2030-05-01 05:10:00`). For lists whose
 * rows are many and wide, where the check and the Dates cost as much as the reading. Ask for columns that the schema
 * declares as Row says, and only where the contract checks what goes out (always in tests, elsewhere by CHECK_REPLIES).
 * Throws `database_unavailable`.
 */
export async function queryBelieved<Row>(sql: string, params: readonly unknown[]): Promise<Row[]> {
  try {
    return await pool().query<Row[]>(sql, toSqlParams(params));
  } catch (error) {
    throw toDatabaseError(error);
  }
}

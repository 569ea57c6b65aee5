import type { Connection } from "mariadb";
import type { z } from "zod";
import { checkRows } from "./check-rows";
import { toDatabaseError } from "./database-error";
import { pool } from "./pool";
import { type DriverRows, readUtcDates, toSqlParams } from "./utc-dates";

/**
 * Runs a SELECT and returns its rows, checked by `schema`. Instants come as Date (UTC), BIGINT and DECIMAL as numbers.
 * Inside a transaction give its `connection`. Throws `database_unavailable`, or an Error when a row has another shape.
 */
export async function query<Row extends z.ZodType>(
  schema: Row,
  sql: string,
  params: readonly unknown[] = [],
  connection?: Connection,
): Promise<z.infer<Row>[]> {
  return checkRows(schema, await ask(sql, params, connection), sql);
}

async function ask(
  sql: string,
  params: readonly unknown[],
  connection: Connection | undefined,
): Promise<unknown> {
  try {
    return readUtcDates(await (connection ?? pool()).query<DriverRows>(sql, toSqlParams(params)));
  } catch (error) {
    throw toDatabaseError(error);
  }
}

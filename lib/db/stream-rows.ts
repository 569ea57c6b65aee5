import { type Connection, createConnection, type FieldInfo } from "mariadb";
import { connectionOptions, SESSION_SQL } from "./connection-options";
import { toDatabaseError } from "./database-error";
import type { Fragment } from "./fragment";
import { databaseUrl } from "./pool";
import { type DriverRows, toSqlParams } from "./utc-dates";

/** Rows that are handed over together: enough to be cheap, few enough not to hold up other requests. */
const BATCH = 500;

/** A server gives up on a reader that pauses for a minute; who reads for others decides that here. */
const PATIENT_SQL = "SET SESSION net_write_timeout = 600, group_concat_max_len = 65536";

/**
 * All rows of one SELECT, in batches of at most 500 as they are wanted: while nobody asks, the server waits. One statement
 * is one snapshot, without a lock that a writer would meet, and sorts once, where pages would sort anew for each. It has a
 * connection of its own, so that who reads slowly takes none of the pool's; ending early, by `signal` or by leaving the
 * loop, closes it and stops the statement. Rows come as from queryBelieved: unchecked, instants as text. Throws like it.
 */
export async function* streamRows(
  select: Fragment,
  signal: AbortSignal,
): AsyncGenerator<DriverRows> {
  const connection = await open();
  let whole = false;
  try {
    signal.throwIfAborted();
    yield* batches(connection, select, signal);
    whole = true;
  } catch (error) {
    signal.throwIfAborted();
    throw toDatabaseError(error);
  } finally {
    if (whole) await connection.end().catch(() => connection.destroy());
    else connection.destroy();
  }
}

async function open(): Promise<Connection> {
  let connection: Connection | undefined;
  try {
    connection = await createConnection(connectionOptions(databaseUrl()));
    // A server that goes away is heard of by the statement; without a listener it would end the process.
    connection.on("error", () => undefined);
    await connection.query(SESSION_SQL);
    await connection.query(PATIENT_SQL);
    return connection;
  } catch (error) {
    connection?.destroy();
    throw toDatabaseError(error);
  }
}

async function* batches(
  connection: Connection,
  { sql, params }: Fragment,
  signal: AbortSignal,
): AsyncGenerator<DriverRows> {
  const stream = connection.queryStream(sql, toSqlParams(params));
  let meta: FieldInfo[] = [];
  stream.on("fields", (fields: FieldInfo[]) => {
    meta = fields;
  });
  // The driver tells of the connection's end also when nobody reads any more.
  stream.on("error", () => undefined);
  const stop = () => stream.destroy(new Error("The reader went away."));
  signal.addEventListener("abort", stop, { once: true });
  try {
    let batch: DriverRows = [];
    for await (const row of stream) {
      batch.push(row);
      if (batch.length < BATCH) continue;
      yield Object.assign(batch, { meta });
      batch = [];
    }
    if (batch.length > 0) yield Object.assign(batch, { meta });
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { withConnection } from "./with-connection";

const MAX_NAME = 64;

/** The address of a database that is not there yet, beside the one of `url` and named after it. */
export function besideDatabase(url: string, purpose: string): string {
  const address = new URL(url);
  const suffix = `_${purpose}_${randomUUID().slice(0, 8)}`;
  const name = decodeURIComponent(address.pathname.slice(1)).slice(0, MAX_NAME - suffix.length);
  address.pathname = `/${encodeURIComponent(name + suffix)}`;
  return address.href;
}

/** Creates the empty database that `url` names, through the existing database of `beside`, with which it shares the server. */
export async function createDatabase(url: string, beside: string): Promise<void> {
  await withConnection(beside, (connection) =>
    connection.query(
      `CREATE DATABASE ${quotedName(url)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    ),
  );
}

/** Removes the database that `url` names with everything in it; one that is not there is no error. */
export async function dropDatabase(url: string, beside: string): Promise<void> {
  await withConnection(beside, (connection) =>
    connection.query(`DROP DATABASE IF EXISTS ${quotedName(url)}`),
  );
}

/** Does `work` in an empty database that is removed afterwards. The user needs CREATE and DROP beside its own database. */
export async function withThrowawayDatabase<T>(
  url: string,
  work: (throwawayUrl: string) => Promise<T>,
): Promise<T> {
  const throwaway = besideDatabase(url, "check");
  await createDatabase(throwaway, url).catch((error: unknown) => {
    throw mayNotCreate(error) ?? error;
  });
  try {
    return await work(throwaway);
  } finally {
    await dropDatabase(throwaway, url);
  }
}

/** 1044: this user may not make databases of this name; the connection itself is fine. */
function mayNotCreate(error: unknown): AppError | null {
  const cause = error instanceof AppError ? error.cause : error;
  if (!(cause instanceof Error && "errno" in cause && cause.errno === 1044)) return null;
  return new AppError(
    "forbidden",
    "The check makes two databases beside the configured one and removes them, and this database user may not. Nothing was changed. Run it against a server where it may.",
    { cause },
  );
}

function quotedName(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  return `\`${name.replaceAll("`", "``")}\``;
}

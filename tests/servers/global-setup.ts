import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findMariadb } from "../../scripts/databases/find-mariadb";
import { mariadbServer } from "../../scripts/databases/mariadb-server";
import { openPrivateServer } from "../../scripts/databases/private-server";
import { cacheDir } from "./cache-dir";

declare module "vitest" {
  interface ProvidedContext {
    /** A database on the test server; the databases of test files are made beside it. */
    databaseServer: string;
  }
}

/** Nothing of a test needs to survive a power cut. */
const LOOSE = [
  "--innodb-flush-log-at-trx-commit=0",
  "--skip-innodb-doublewrite",
  "--innodb-fast-shutdown=2",
];

let stop: (() => Promise<void>) | undefined;

/** One private MariaDB for all integration tests, shared with other test runs of this machine; DATABASE_URL_TEST replaces it. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.DATABASE_URL_TEST;
  if (given) {
    project.provide("databaseServer", given);
    return;
  }
  const dataDir = join(cacheDir(), "test-databases");
  const server = mariadbServer(findMariadb(), dataDir, LOOSE);
  const opened = await openPrivateServer(server, { dataDir, log: () => {} });
  stop = opened.close;
  project.provide("databaseServer", server.url(opened.port));
}

export async function teardown(): Promise<void> {
  await stop?.();
}

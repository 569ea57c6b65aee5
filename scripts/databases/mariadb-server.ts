import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { askDatabaseServer } from "@/lib/db/database-server";
import { PRIVATE_DATABASE, PRIVATE_USER, privateServerSql } from "@/lib/db/private-server-sql";
import type { PrivateServer } from "./private-server";
import { dataDirSecret } from "./secrets";

const MARKER = "made-by-dst-airlines";

export type MariadbPrograms = { server: string; installer: string };

/** A private MariaDB: own data directory, own user, on 127.0.0.1 only and without a socket. `settings` are added last. */
export function mariadbServer(
  programs: MariadbPrograms,
  dataDir: string,
  settings: readonly string[] = [],
): PrivateServer & { url(port: number): string } {
  const password = dataDirSecret(dataDir, "mysql_password");
  const url = (port: number) => privateDatabaseUrl(password, port);
  const initFile = join(dataDir, "run", "mysql-init.sql");
  return {
    name: "mysql",
    url,
    prepare: async (directory) => {
      await prepareDirectory(programs.installer, directory);
      mkdirSync(dirname(initFile), { recursive: true });
      writeFileSync(initFile, privateServerSql(password), { mode: 0o600 });
    },
    command: (directory, port) => ({
      program: programs.server,
      args: [
        "--no-defaults",
        `--datadir=${directory}`,
        `--port=${port}`,
        `--init-file=${initFile}`,
        ...SETTINGS,
        ...asRoot(),
        ...settings,
      ],
    }),
    mark: (directory) => `--datadir=${directory}`,
    ping: async (port) => {
      await askDatabaseServer(url(port), 2_000);
    },
    ready: () => rmSync(initFile, { force: true }),
  };
}

export const privateDatabaseUrl = (password: string, port: number): string =>
  `mysql://${PRIVATE_USER}:${password}@127.0.0.1:${port}/${PRIVATE_DATABASE}`;

/** No socket: its path may hold 107 bytes and DATA_DIR may be longer. */
const SETTINGS = [
  "--bind-address=127.0.0.1",
  "--socket=",
  "--skip-name-resolve",
  "--skip-log-bin",
  "--default-time-zone=+00:00",
  "--character-set-server=utf8mb4",
  "--collation-server=utf8mb4_unicode_ci",
  "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
  "--innodb-buffer-pool-size=256M",
  "--innodb-log-file-size=48M",
  "--innodb-flush-log-at-trx-commit=1",
  "--max-allowed-packet=64M",
  "--max-connections=100",
  "--performance-schema=OFF",
  "--aria-pagecache-buffer-size=8M",
  "--key-buffer-size=1M",
];

/** MariaDB refuses to run as root unless it is told that this is meant. */
const asRoot = (): string[] => (process.getuid?.() === 0 ? ["--user=root"] : []);

async function prepareDirectory(installer: string, directory: string): Promise<void> {
  if (existsSync(join(directory, MARKER))) return;
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new Error(
      `${directory} holds files that this application did not make. Nothing was changed. Move them away, or set DATA_DIR to another folder.`,
    );
  }
  // Made beside and renamed, so that a directory half made by a killed run is never taken for a good one.
  const beside = `${directory}.making`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { recursive: true, mode: 0o700 });
  await promisify(execFile)(installer, [
    "--no-defaults",
    "--force",
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
    `--datadir=${beside}`,
    ...asRoot(),
  ]);
  writeFileSync(join(beside, MARKER), `${new Date().toISOString()}\n`);
  rmSync(directory, { recursive: true, force: true });
  renameSync(beside, directory);
}

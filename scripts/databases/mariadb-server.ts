import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
  // Not the system's: a MariaDB that starts removes every temporary table it finds there, also those of another one.
  const temporary = join(dataDir, "run", "mysql-tmp");
  return {
    name: "mysql",
    url,
    prepare: async (directory) => {
      mkdirSync(temporary, { recursive: true, mode: 0o700 });
      await prepareDirectory(programs.installer, directory, temporary);
      writeFileSync(initFile, privateServerSql(password), { mode: 0o600 });
    },
    command: (directory, port) => ({
      program: programs.server,
      args: [
        "--no-defaults",
        `--datadir=${directory}`,
        `--port=${port}`,
        `--init-file=${initFile}`,
        `--tmpdir=${temporary}`,
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

const wordsOf = (error: unknown): string => {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  return said.trimEnd().split("\n").slice(-8).join("\n");
};

/** MariaDB refuses to run as root unless it is told that this is meant. */
const asRoot = (): string[] => (process.getuid?.() === 0 ? ["--user=root"] : []);

async function prepareDirectory(
  installer: string,
  directory: string,
  temporary: string,
): Promise<void> {
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
  try {
    // Without --user, also for root: with it the script changes owners and stumbles over a path with spaces.
    const options = [
      "--no-defaults",
      "--force",
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
      `--datadir=${beside}`,
    ];
    await promisify(execFile)(installer, options, { env: { ...process.env, TMPDIR: temporary } });
  } catch (cause) {
    rmSync(beside, { recursive: true, force: true });
    throw new Error(
      `The private database could not be made in ${directory}. Nothing was kept. Mend what its installer says (a full disk? it wants 200 MB), or set DATA_DIR to another folder:\n${wordsOf(cause)}`,
      { cause },
    );
  }
  writeFileSync(join(beside, MARKER), `${new Date().toISOString()}\n`);
  rmSync(directory, { recursive: true, force: true });
  renameSync(beside, directory);
}

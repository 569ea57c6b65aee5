import { findProgram } from "./find-program";
import type { MariadbPrograms } from "./mariadb-server";

export const MARIADB_PACKAGES = ["mariadb-server-core", "mariadb-client-core"] as const;

/** MariaDB's server and the program that makes its data directory. Throws with the one command to run when they are missing. */
export function findMariadb(path?: string, more?: readonly string[]): MariadbPrograms {
  const server = findProgram("mariadbd", path, more);
  const installer = findProgram("mariadb-install-db", path, more);
  if (server && installer) return { server, installer };
  throw new Error(
    [
      `No MariaDB server was found (${server ? "mariadb-install-db" : "mariadbd"} is not on the PATH). Nothing was changed. One of these helps:`,
      `  Debian, Ubuntu:  sudo apt-get install --no-install-recommends ${MARIADB_PACKAGES.join(" ")}`,
      "  macOS:           brew install mariadb",
      "  any MySQL 8 or MariaDB 10.6+:  set DATABASE_URL=mysql://user:password@host:3306/database",
      "  Docker:          docker compose up",
    ].join("\n"),
  );
}

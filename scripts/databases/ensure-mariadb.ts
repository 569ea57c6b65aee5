import { installDebianPackages } from "../debian-packages";
import { findMariadb, MARIADB_PACKAGES } from "./find-mariadb";
import type { MariadbPrograms } from "./mariadb-server";

/**
 * MariaDB's programs, installed from Debian's packages when they are missing and that is allowed (it is said first, and
 * asked on a terminal). The packages hold programs only and start no service. Throws with the one command to run where
 * nothing may be installed.
 */
export async function ensureMariadb(
  say: (line: string) => void,
  install: typeof installDebianPackages = installDebianPackages,
  find: () => MariadbPrograms = findMariadb,
): Promise<MariadbPrograms> {
  try {
    return find();
  } catch (missing) {
    if (!(await install(MARIADB_PACKAGES, "A private MySQL needs MariaDB", say))) throw missing;
    return find();
  }
}

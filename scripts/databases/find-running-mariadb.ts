import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "@/lib/process-identity";
import { privateDatabaseUrl } from "./mariadb-server";
import { findDataDirSecret } from "./secrets";
import { readServerState } from "./server-state";

/** The address of the private MariaDB of `dataDir` if it runs now, else null. Starts, joins and writes nothing. */
export function findRunningMariadb(dataDir: string): string | null {
  if (!existsSync(dataDir)) return null;
  const root = realpathSync(dataDir);
  const state = readServerState(join(root, "run", "mysql.json"), join(root, "mysql"));
  const password = findDataDirSecret(root, "mysql_password");
  if (!state?.server || !password || !isAlive(state.server)) return null;
  return privateDatabaseUrl(password, state.port);
}

import { resolve } from "node:path";
import { closePool } from "@/lib/db/pool";
import { env, overrideEnv } from "@/lib/env";
import { loadDotEnv } from "../up/load-dot-env";
import { type Databases, openDatabases } from "./open-databases";

/** Exit codes as a shell gives them to what a signal has ended. */
const STOPPED_BY = [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

/** Does a command's work with the configured or private databases, started for it if they do not run. */
export async function withDatabases<T>(
  work: (databases: Databases) => Promise<T>,
  say: (line: string) => void = (line) => void process.stderr.write(`${line}\n`),
): Promise<T> {
  loadDotEnv();
  const opening = openDatabases({ dataDir: resolve(env().DATA_DIR), log: say });
  for (const [signal, code] of STOPPED_BY) {
    // The private servers have process groups of their own: the signal that ends us does not reach them.
    process.once(signal, () => {
      say(`\n${signal}: stopping. What was done so far is kept; start it again to go on`);
      void opening
        .then((opened) => opened.close())
        .catch(() => undefined)
        .finally(() => process.exit(code));
    });
  }
  const databases = await opening;
  try {
    overrideEnv({
      DATABASE_URL: databases.databaseUrl,
      MONGODB_URI: databases.mongodbUri ?? undefined,
    });
    return await work(databases);
  } finally {
    await closePool();
    await databases.close();
  }
}

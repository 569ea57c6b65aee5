import { homedir } from "node:os";
import { join } from "node:path";

/** Where built servers are kept, outside of the work tree so that every copy of the project shares them. */
export function cacheDir(): string {
  return process.env.DST_CACHE_DIR || join(homedir(), ".cache", "dst-airlines");
}

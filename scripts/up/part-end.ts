import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findRunningMariadb } from "../databases/find-running-mariadb";
import type { Child } from "./child";

const LOOK_MS = 1000;

/** Resolves with a sentence for people when a process of the product is gone. */
export async function endOf({ name, ended }: Pick<Child, "name" | "ended">): Promise<string> {
  const { code, signal } = await ended;
  return `${name[0]?.toUpperCase()}${name.slice(1)} ended by itself (${signal ?? `exit code ${code}`}).`;
}

/** The same for the private MariaDB, which is not our child where a start took it over. Rests when `signal` aborts. */
export async function privateDatabaseEnd(dataDir: string, signal: AbortSignal): Promise<string> {
  while (signal.aborted || findRunningMariadb(dataDir)) {
    await sleep(LOOK_MS, undefined, { ref: false });
  }
  return `The private database ended by itself; the end of ${join(dataDir, "logs", "mysql.log")} says why.`;
}

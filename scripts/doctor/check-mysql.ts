import { existsSync } from "node:fs";
import { join } from "node:path";
import { askDatabaseServer } from "@/lib/db/database-server";
import { migrationStatus } from "@/lib/db/migrate/status";
import { findMariadb } from "../databases/find-mariadb";
import { type Finding, findingOf, messageOf } from "./finding";

type Looked = { databaseUrl: string | undefined; runningUrl: string | null; dataDir: string };

const mysql = findingOf("MySQL");
const CLOCKS_APART = 2_000;
const CLOCKS_FAR_APART = 30_000;

/** The database, its clock and its migrations, as far as they can be looked at without starting anything. */
export async function checkMysql(looked: Looked, now = () => new Date()): Promise<Finding[]> {
  const url = looked.databaseUrl ?? looked.runningUrl;
  if (!url) return [checkPrograms(looked.dataDir)];
  const before = now();
  let server: Awaited<ReturnType<typeof askDatabaseServer>>;
  try {
    server = await askDatabaseServer(url, 5_000);
  } catch (error) {
    return [mysql("error", messageOf(error), adviceFor(looked))];
  }
  const whose = looked.databaseUrl ? "DATABASE_URL" : "the private server, running";
  const middle = (before.getTime() + now().getTime()) / 2;
  return [
    mysql("ok", `${server.version} (${whose})`),
    checkClock(server.now.getTime() - middle),
    await checkMigrations(url),
  ];
}

function adviceFor({ databaseUrl }: Looked): string {
  return databaseUrl
    ? "Start that server or correct DATABASE_URL; without DATABASE_URL, npm run up brings its own"
    : "Stop npm run up and start it again";
}

function checkPrograms(dataDir: string): Finding {
  try {
    const { server } = findMariadb();
    const data = existsSync(join(dataDir, "mysql")) ? "has data and is" : "has no data yet and is";
    return mysql("ok", `${server}; the private server ${data} not running (npm run up starts it)`);
  } catch (error) {
    const [found = "", ...advice] = (error instanceof Error ? error.message : String(error)).split(
      "\n",
    );
    return mysql("error", found, advice.map((line) => line.trim()).join("; "));
  }
}

/** `apart` in milliseconds, positive when the database is ahead. */
export function checkClock(apart: number): Finding {
  const finding = findingOf("Clock");
  const found = `the database's is ${Math.abs(apart / 1000).toFixed(1)} s ${apart < 0 ? "behind" : "ahead"}`;
  const advice =
    "Set both clocks by NTP: the quota and the leases go by the database's, tokens by this machine's";
  if (Math.abs(apart) < CLOCKS_APART) return finding("ok", found);
  return finding(Math.abs(apart) < CLOCKS_FAR_APART ? "warning" : "error", found, advice);
}

async function checkMigrations(url: string): Promise<Finding> {
  const finding = findingOf("Migrations");
  try {
    const { failed, missing, pending, edited, onDisk } = await migrationStatus({ url });
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(", ");
    if (failed.length > 0)
      return finding(
        "error",
        `failed: ${names(failed)}`,
        "npm run db:status tells more; npm run db:migrate says how to go on",
      );
    if (missing.length > 0)
      return finding(
        "error",
        `the database knows newer ones: ${missing.join(", ")}`,
        "Update this copy of the project",
      );
    if (pending.length > 0)
      return finding(
        "warning",
        `not applied yet: ${names(pending)}`,
        "npm run up does it, or npm run db:migrate",
      );
    if (edited.length > 0)
      return finding(
        "warning",
        `changed after they were applied: ${edited.join(", ")}`,
        "Undo the change of the file; write a new migration instead",
      );
    return finding("ok", `${onDisk} applied`);
  } catch (error) {
    return finding("error", messageOf(error), "npm run db:status tells more");
  }
}

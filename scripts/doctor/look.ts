import { resolve } from "node:path";
import { findOrigin } from "@/lib/db/origin";
import { closePool } from "@/lib/db/pool";
import { createQuota } from "@/lib/db/quota";
import { type Env, overrideEnv } from "@/lib/env";
import { findProgram } from "../databases/find-program";
import { findRunningMariadb } from "../databases/find-running-mariadb";
import { checkDisk, checkNode, checkPlatform } from "./check-machine";
import { checkMysql } from "./check-mysql";
import { checkPort } from "./check-port";
import { checkRawStore } from "./check-raw-store";
import { checkReads } from "./check-reads";
import { checkSource } from "./check-source";
import type { Finding } from "./finding";

const UNCOUNTED = {
  reserve: async () => ({ kind: "go", waitMs: 0 }) as const,
  markSpent: async () => new Date(),
};

/** Looks at everything that the product needs. Starts nothing and changes nothing but the count of one token call. */
export async function look(settings: Env): Promise<Finding[]> {
  const dataDir = resolve(settings.DATA_DIR);
  const runningUrl = findRunningMariadb(dataDir);
  const findings = [checkNode(), checkPlatform(), checkDisk(dataDir)];
  findings.push(await checkPort(settings.PORT, settings.HOST));
  const mysql = await checkMysql({ databaseUrl: settings.DATABASE_URL, runningUrl, dataDir });
  findings.push(...mysql);
  findings.push(await checkRawStore(settings.MONGODB_URI, findProgram("mongod")));

  const migrated = mysql.some(({ what, state }) => what === "Migrations" && state === "ok");
  overrideEnv({ DATABASE_URL: settings.DATABASE_URL ?? runningUrl ?? undefined });
  const quotaOf = migrated ? createQuota : () => UNCOUNTED;
  findings.push(await checkSource({ settings, quotaOf, fetch }));
  const origin = migrated ? await findOrigin() : null;
  findings.push(checkReads(settings, origin?.kind ?? null));
  await closePool();
  return findings;
}

import { deployMigrations } from "@/lib/db/migrate/deploy";
import { getReport } from "@/lib/db/report/get-report";
import { logToStderr } from "@/lib/log";
import { withDatabases } from "../databases/with-databases";
import { formatReport } from "./format-report";
import type { ReportWish } from "./read-report-arguments";

/** Prints what the database holds on stdout, with the databases started if they do not run. */
export async function printReport({ from, to, json }: ReportWish): Promise<true> {
  logToStderr();
  const say = (line: string) => void (json || process.stderr.write(`${line}\n`));
  return withDatabases(async () => {
    await deployMigrations();
    const report = await getReport({ from, to });
    process.stdout.write(`${json ? JSON.stringify(report) : formatReport(report)}\n`);
    return true as const;
  }, say);
}

import { printReport } from "./report/print-report";
import { REPORT_USAGE, readReportArguments } from "./report/read-report-arguments";

let wanted: ReturnType<typeof readReportArguments>;
try {
  wanted = readReportArguments(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${REPORT_USAGE}\n`);
  process.exit(2);
}
if (wanted.help) {
  process.stdout.write(`${REPORT_USAGE}\n`);
  process.exit(0);
}
try {
  await printReport(wanted);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
process.exit();

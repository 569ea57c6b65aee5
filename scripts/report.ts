import { commandLine } from "./command-line";
import { printReport } from "./report/print-report";
import { REPORT_USAGE, readReportArguments } from "./report/read-report-arguments";

await commandLine({ usage: REPORT_USAGE, read: readReportArguments, work: printReport });

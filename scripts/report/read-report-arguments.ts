import { parseArgs } from "node:util";
import type { ReportRange } from "@/lib/db/report/counted-flights";
import { readDays } from "./read-days";

export const REPORT_USAGE = `usage: npm run report -- [--from DAY] [--to DAY] [--json]
Says what the database holds of flights. Days (2024-07-06) are those of scheduled departure at the origin, both included.`;

export type ReportWish = ReportRange & { json: boolean };

/** What a person typed after `npm run report --`. Throws an Error that says what is wrong with it. */
export function readReportArguments(args: readonly string[]): ReportWish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      from: { type: "string" },
      to: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  return { ...readDays(values), json: values.json };
}

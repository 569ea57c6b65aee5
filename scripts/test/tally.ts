import { readFileSync } from "node:fs";
import { z } from "zod";

/** What came of one step of the tests. `notes` are lines for the reader: failures by name, skips with their reason. */
export type Tally = { passed: number; failed: number; skipped: number; notes: string[] };

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Counts a vitest JSON report. A file that failed without a failed test (it did not load, its set-up broke) counts as
 * one failure; so does a report with no test at all.
 */
export function tallyReport(file: string, step: string): Tally {
  const { testResults } = Report.parse(JSON.parse(readFileSync(file, "utf8")));
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, notes: [] };
  for (const result of testResults) {
    const failedBefore = tally.failed;
    for (const { fullName, status } of result.assertionResults) count(tally, status, fullName);
    if (result.status === "failed" && tally.failed === failedBefore) {
      count(
        tally,
        "failed",
        `${result.name}: ${result.message || "did not run; why is said above"}`,
      );
    }
  }
  if (tally.passed + tally.failed + tally.skipped === 0)
    count(tally, "failed", `${step} ran no test`);
  return tally;
}

function count(tally: Tally, status: string, name: string): void {
  if (status === "passed") tally.passed += 1;
  else if (status === "failed") {
    tally.failed += 1;
    tally.notes.push(`failed: ${name}`);
  } else {
    tally.skipped += 1;
    tally.notes.push(`skipped: ${name}`);
  }
}

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { passed, failed, skipped, notes }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
      notes: [...sum.notes, ...notes],
    }),
    { passed: 0, failed: 0, skipped: 0, notes: [] },
  );

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addTallies, tallyReport } from "@/scripts/test/tally";

type Assertion = { fullName: string; status: string };

function report(
  results: { status: string; message?: string; assertionResults: Assertion[] }[],
): string {
  const file = join(mkdtempSync(join(tmpdir(), "tally-")), "report.json");
  const testResults = results.map((result) => ({ name: "a.test.ts", ...result }));
  writeFileSync(file, JSON.stringify({ testResults }));
  return file;
}

test("counts and names what failed and what was skipped", () => {
  const file = report([
    {
      status: "failed",
      assertionResults: [
        { fullName: "adds", status: "passed" },
        { fullName: "subtracts", status: "failed" },
        { fullName: "recorded: needs ../shared", status: "skipped" },
      ],
    },
  ]);
  expect(tallyReport(file, "unit")).toEqual({
    passed: 1,
    failed: 1,
    skipped: 1,
    notes: ["failed: subtracts", "skipped: recorded: needs ../shared"],
  });
});

test("a file that did not load is a failure", () => {
  const file = report([{ status: "failed", message: "Cannot find module", assertionResults: [] }]);
  expect(tallyReport(file, "unit")).toMatchObject({
    failed: 1,
    notes: ["failed: a.test.ts: Cannot find module"],
  });
});

test("a run of no test is a failure", () => {
  expect(tallyReport(report([]), "unit")).toMatchObject({
    failed: 1,
    notes: ["failed: unit ran no test"],
  });
});

test("tallies add up", () => {
  const one = { passed: 2, failed: 1, skipped: 0, notes: ["failed: a"] };
  const two = { passed: 3, failed: 0, skipped: 4, notes: ["skipped: b"] };
  expect(addTallies([one, two])).toEqual({
    passed: 5,
    failed: 1,
    skipped: 4,
    notes: ["failed: a", "skipped: b"],
  });
});

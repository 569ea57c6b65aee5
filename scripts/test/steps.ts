import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../install.mjs";
import { type Tally, tallyReport } from "./tally";

/** One step of `npm test`: a command that passes or fails as a whole, or a set of tests that are counted. */
export type TestStep = { name: string; run: () => Promise<Tally> };

const bin = (name: string) => join("node_modules/.bin", name);
const PASSED: Tally = { passed: 1, failed: 0, skipped: 0, notes: [] };

const command = (name: string, program: string, args: string[]): TestStep => ({
  name,
  run: async () => {
    const code = await run(program, args);
    if (code === 0) return PASSED;
    return { ...PASSED, passed: 0, failed: 1, notes: [`failed: ${name} (exit code ${code})`] };
  },
});

const vitest = (name: string, project: string): TestStep => ({
  name,
  run: async () => {
    const report = join(mkdtempSync(join(tmpdir(), "dst-airlines-report-")), "report.json");
    const code = await run(process.execPath, [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ]);
    const tally = tallyReport(report, name);
    // An error outside of any test (an unhandled rejection) leaves every test green and the code red.
    if (code === 0 || tally.failed > 0) return tally;
    return { ...tally, failed: 1, notes: [...tally.notes, `failed: ${name} (exit code ${code})`] };
  },
});

/** Everything that `npm test` checks, quickest first. */
export const TEST_STEPS: readonly TestStep[] = [
  command("format and lint", bin("biome"), ["ci", "--error-on-warnings", "."]),
  command("types", bin("tsc"), ["--noEmit"]),
  command("nothing unused", bin("knip"), []),
  vitest("unit and architecture tests", "unit"),
  vitest("integration tests on real servers", "integration"),
  vitest("browser tests", "e2e"),
];

import { run } from "../install.mjs";
import { prepareTools } from "./prepare-tools";
import { TEST_STEPS } from "./steps";
import { addTallies, type Tally } from "./tally";

const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (since: number) => `${Math.round((Date.now() - since) / 1000)} s`;

/** Types that are generated, and the real servers that tests use. */
const PREPARATIONS = [
  ["next", "typegen"],
  ["tsx", "scripts/prepare-test-servers.ts"],
] as const;

/** Sets up what the tests need, runs them all, and ends with one line of counts. Exit code 1 when anything failed. */
export async function main(only: readonly string[]): Promise<void> {
  const started = Date.now();
  await prepareTools();
  for (const [program, ...args] of PREPARATIONS) {
    if ((await run(`node_modules/.bin/${program}`, args)) !== 0) {
      throw new Error(`${program} ${args.join(" ")} failed; its words are above.`);
    }
  }

  const steps = TEST_STEPS.filter(
    ({ name }) => only.length === 0 || only.some((word) => name.includes(word)),
  );
  const tallies: Tally[] = [];
  for (const step of steps) {
    const stepStarted = Date.now();
    say(`\n== ${step.name}`);
    const tally = await step.run();
    tallies.push(tally);
    say(
      `== ${step.name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped, ${seconds(stepStarted)}`,
    );
  }

  const { passed, failed, skipped, notes } = addTallies(tallies);
  say(`\nAll of it took ${seconds(started)}.`);
  for (const note of notes) say(note);
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

import { parseArgs } from "node:util";
import { closePool } from "@/lib/db/pool";
import { withThrowawayDatabase } from "@/lib/db/throwaway-database";
import { overrideEnv } from "@/lib/env";
import { makeAnswers } from "./bench/make-answers";
import { measure } from "./bench/measure";
import { readRecorded } from "./bench/read-recorded";
import { showMeasure } from "./bench/show-measure";
import { command } from "./command";
import { withDatabases } from "./databases/with-databases";

/**
 * `npm run bench [-- --flights N] [--runs N] [--recorded DIR] [--json]`: how fast raw answers become rows, in a database of its own
 * that is removed afterwards.
 */
await command(async () => {
  const { values } = parseArgs({
    options: {
      flights: { type: "string", default: "20000" },
      runs: { type: "string", default: "5" },
      recorded: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const flights = wholeNumber("--flights", values.flights);
  const runs = wholeNumber("--runs", values.runs);
  const say = (line: string) => void (values.json || process.stderr.write(`${line}\n`));
  await withDatabases(async ({ databaseUrl }) => {
    const measured = await withThrowawayDatabase(databaseUrl, async (url) => {
      overrideEnv({ DATABASE_URL: url });
      const answers = values.recorded ? readRecorded(values.recorded) : makeAnswers(flights);
      return measure(answers, { runs, say }).finally(closePool);
    });
    process.stdout.write(
      values.json ? `${JSON.stringify(measured)}\n` : `${showMeasure(measured)}\n`,
    );
  }, say);
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`${name} ${text} is no whole number above 0.`);
}

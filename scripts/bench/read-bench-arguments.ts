import { parseArgs } from "node:util";
import type { ApiBench } from "./api/bench-api";
import type { LoadBench } from "./bench-load";

export const USAGE = `usage: npm run bench [-- load|api] [options]
  load: how fast raw answers become rows   --flights N (20000)  --runs N (5)  --recorded DIR
  api:  the API against a bare server      --flights N (1000000)  --requests N (500)  --rounds N (5)  --seconds N (4)
  --json: one object for each part on stdout, and nothing else there`;

export type BenchWish = { load: LoadBench | null; api: ApiBench | null; json: boolean };

/** What is to be measured, by the words of the command line; both parts where none is named. Throws for what is wrong. */
export function readBenchArguments(words: readonly string[]): BenchWish {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      flights: { type: "string" },
      runs: { type: "string", default: "5" },
      recorded: { type: "string" },
      requests: { type: "string", default: "500" },
      rounds: { type: "string", default: "5" },
      seconds: { type: "string", default: "4" },
      json: { type: "boolean", default: false },
    },
  });
  const wrong = positionals.find((part) => part !== "load" && part !== "api");
  if (wrong) throw new Error(`There is no part "${wrong}".`);
  const wants = (part: string) => positionals.length === 0 || positionals.includes(part);
  const number = (name: keyof typeof values, ownDefault = "") =>
    wholeNumber(`--${name}`, String(values[name] ?? ownDefault));
  return {
    load: wants("load")
      ? { flights: number("flights", "20000"), runs: number("runs"), recorded: values.recorded }
      : null,
    api: wants("api")
      ? {
          flights: number("flights", "1000000"),
          requests: number("requests"),
          rounds: number("rounds"),
          seconds: number("seconds"),
        }
      : null,
    json: values.json,
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`${name} ${text} is no whole number above 0.`);
}

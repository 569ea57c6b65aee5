import { parseArgs } from "node:util";
import { ALL_FAULT_KINDS, readFaultRates } from "./faults";
import type { SandboxOptions } from "./start-sandbox";

export const USAGE = `A stand-in for the Lufthansa Open API. Not real flights.

  npm run sandbox -- [--port N] [--replay DIR] [--seed N] [--no-quota] [--fault KIND=RATE ...]
                     [--expires-in SECONDS] [--slow-ms MS] [--legacy-numbers]

  --port N          listen there on 127.0.0.1; absent or 0: a free port
  --replay DIR      serve the recorded payloads of DIR; absent: a world made from data/*.json
  --seed N          what the world, tokens and faults are made from (1)
  --no-quota        no limits; else 5 calls a second and 1,000 a clock hour for each key
  --fault KIND=RATE share of the data calls that fail, may be repeated. Kinds:
                    ${ALL_FAULT_KINDS.join(" ")}
                    (burst: 18 minutes of 500 for an airport; poison: questions that never work)
  --expires-in S    life of a token (21600)
  --slow-ms MS      what the fault slow takes (2500)
  --legacy-numbers  what looks like a number is one, as in 2018

  Control panel: GET /_sandbox/about, /_sandbox/calls, /_sandbox/requests, /_sandbox/clock;
  POST /_sandbox/faults {"500": 0.05}; POST /_sandbox/unreadable {"list": "airports", "positions": {"17": 404}}
  POST /_sandbox/outages {"airport": "CAI", "seconds": 600}; seconds 0 ends it
  POST /_sandbox/clock {"now": "2030-05-01T06:00:00Z", "stopped": true} or {"advance_seconds": 900} or {"now": null}
`;

const OPTIONS = {
  port: { type: "string" },
  replay: { type: "string" },
  seed: { type: "string" },
  "no-quota": { type: "boolean" },
  fault: { type: "string", multiple: true },
  "expires-in": { type: "string" },
  "slow-ms": { type: "string" },
  "legacy-numbers": { type: "boolean" },
  help: { type: "boolean" },
} as const;

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} must be a whole number from ${least} to ${most}, not ${text}.`);
}

function readFaults(given: readonly string[]) {
  const pairs = given.map((text): [string, number] => {
    const [kind = "", rate = ""] = text.split("=");
    return [kind, rate.trim() ? Number(rate) : Number.NaN];
  });
  const repeated = pairs.find(([kind], index) => pairs.findIndex(([k]) => k === kind) !== index);
  if (repeated) throw new Error(`--fault ${repeated[0]} is given twice.`);
  return readFaultRates(Object.fromEntries(pairs));
}

/** Reads the command line; null where help is asked for. Throws a sentence where an argument is wrong. */
export function readOptions(args: readonly string[]): SandboxOptions | null {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return null;
  const numbers = {
    ...(values.port && { port: wholeNumber("port", values.port, 0, 65_535) }),
    ...(values.seed && { seed: wholeNumber("seed", values.seed, 0, 2 ** 32 - 1) }),
    ...(values["expires-in"] && {
      expiresInSeconds: wholeNumber("expires-in", values["expires-in"], 1, 10_000_000),
    }),
    ...(values["slow-ms"] && { slowMs: wholeNumber("slow-ms", values["slow-ms"], 0, 600_000) }),
  };
  return {
    ...numbers,
    ...(values.replay && { replayDir: values.replay }),
    ...(values["no-quota"] && { quota: null }),
    faults: readFaults(values.fault ?? []),
    legacyNumbers: values["legacy-numbers"] ?? false,
  };
}

import { parseArgs } from "node:util";
import { z } from "zod";
import { WINDOW_MODES } from "@/lib/model/coverage";
import {
  type FlightScope,
  isFlightStream,
  LIST_SCOPE,
  STREAMS,
  type StreamName,
} from "@/lib/model/stream";
import type { SyncCommand } from "./sync-streams";

export const USAGE = `usage: npm run sync -- STREAM… [--base-url URL] [--json]
       and for flights: [--from DAY --to DAY] [--routes FRA-LHR,…] [--airports FRA,…] [--mode missing|again|live]
streams: ${STREAMS.join(", ")}
Without days: schedules of today and the days to come, boards of yesterday and today. Without names: what is tracked.`;

const OPTIONS = {
  "base-url": { type: "string" },
  json: { type: "boolean", default: false },
  from: { type: "string" },
  to: { type: "string" },
  routes: { type: "string" },
  airports: { type: "string" },
  mode: { type: "string" },
} as const;

type Values = { from?: string; to?: string; routes?: string; airports?: string; mode?: string };

/** Reads the words behind `npm run sync --`. Throws an Error that says what is wrong with them. */
export function readArguments(words: readonly string[]): SyncCommand {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: OPTIONS,
  });
  const streams = positionals.map(toStream);
  if (streams.length === 0) throw new Error("Name at least one stream.");
  const baseUrl = values["base-url"] ?? null;
  if (baseUrl !== null && !URL.canParse(baseUrl)) {
    throw new Error(`--base-url ${baseUrl} is no address.`);
  }
  const isOfFlights = ["from", "to", "routes", "airports", "mode"].some((name) => name in values);
  if (isOfFlights && !streams.some(isFlightStream)) {
    throw new Error("Days, names and a mode are for streams of flights.");
  }
  const wishes = streams.map((stream) => ({
    stream,
    scope: isFlightStream(stream) ? flightScope(stream, values) : LIST_SCOPE,
  }));
  return { wishes, baseUrl, json: values.json };
}

function toStream(word: string): StreamName {
  const stream = STREAMS.find((name) => name === word);
  if (!stream) throw new Error(`There is no stream ${word}.`);
  return stream;
}

const Day = z.iso.date();
const Mode = z.enum(WINDOW_MODES);

function flightScope(stream: StreamName, values: Values): FlightScope {
  const { from = null, to = null } = values;
  if ((from === null) !== (to === null)) throw new Error("--from and --to go together.");
  for (const day of [from, to]) {
    if (day !== null && !Day.safeParse(day).success) throw new Error(`${day} is no day.`);
  }
  if (from !== null && to !== null && from > to) throw new Error(`${from} lies behind ${to}.`);
  const mode = Mode.safeParse(values.mode ?? "missing");
  if (!mode.success) throw new Error(`--mode is one of ${WINDOW_MODES.join(", ")}.`);
  if (mode.data === "live" && from !== null) throw new Error("Live means now, not days.");
  return { kind: "flights", of: namesOf(stream, values), from, to, mode: mode.data };
}

/** Schedules are of routes. The other streams are of airports, and of routes that are named. */
function namesOf(stream: StreamName, values: Values): FlightScope["of"] {
  const routes = readNames(values.routes, /^([A-Z]{3})-(?!\1)[A-Z]{3}$/, "route, such as FRA-LHR");
  const airports = readNames(values.airports, /^[A-Z]{3}$/, "airport code");
  const names = stream === "schedules" ? routes : [...routes, ...airports];
  if (names.length === 0 && airports.length > 0) {
    throw new Error("Schedules are of routes: name some by --routes.");
  }
  return names.length > 0 ? names : "tracked";
}

function readNames(text: string | undefined, pattern: RegExp, what: string): string[] {
  const names = text === undefined ? [] : text.toUpperCase().split(",");
  const wrong = names.find((name) => !pattern.test(name));
  if (wrong !== undefined) throw new Error(`${wrong || "Nothing"} is no ${what}.`);
  return names;
}

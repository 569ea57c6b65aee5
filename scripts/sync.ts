import { parseArgs } from "node:util";
import { REFERENCE_STREAMS, type ReferenceStream } from "@/lib/model/stream";
import { syncStreams } from "./sync/sync-streams";
import { loadDotEnv } from "./up/load-dot-env";

const USAGE = `usage: npm run sync -- STREAM… [--base-url URL] [--json]
streams: ${REFERENCE_STREAMS.join(", ")}`;

function readArguments(): { streams: ReferenceStream[]; baseUrl: string | null; json: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "base-url": { type: "string" }, json: { type: "boolean", default: false } },
  });
  const isStream = (word: string): word is ReferenceStream =>
    REFERENCE_STREAMS.some((stream) => stream === word);
  const unknown = positionals.filter((word) => !isStream(word));
  if (unknown.length > 0) throw new Error(`There is no stream ${unknown.join(", ")}.`);
  if (positionals.length === 0) throw new Error("Name at least one stream.");
  const baseUrl = values["base-url"] ?? null;
  if (baseUrl !== null && !URL.canParse(baseUrl))
    throw new Error(`--base-url ${baseUrl} is no address.`);
  return { streams: positionals.filter(isStream), baseUrl, json: values.json };
}

let wanted: ReturnType<typeof readArguments>;
try {
  wanted = readArguments();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
  process.exit(2);
}
loadDotEnv();
try {
  process.exitCode = (await syncStreams(wanted)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
process.exit();

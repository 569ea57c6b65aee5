import { parseArgs } from "node:util";
import { FLIGHT_STREAMS, type FlightStream } from "@/lib/model/stream";
import { readDays } from "../report/read-days";

export const NORMALIZE_USAGE = `usage: npm run normalize -- --stream STREAM --from DAY --to DAY [--apply] [--json]
Reads the kept answers of these local days again with today's parser, asks nobody, and tells which rows and fields would
change; with --apply they change. Streams: ${FLIGHT_STREAMS.join(", ")}.`;

export type NormalizeWish = {
  stream: FlightStream;
  from: string;
  to: string;
  apply: boolean;
  json: boolean;
};

/** What a person typed after `npm run normalize --`. Throws an Error that says what is wrong with it. */
export function readNormalizeArguments(args: readonly string[]): NormalizeWish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      stream: { type: "string" },
      from: { type: "string" },
      to: { type: "string" },
      apply: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const stream = FLIGHT_STREAMS.find((name) => name === values.stream);
  if (!stream) {
    throw new Error(
      values.stream
        ? `There is no stream of flights ${values.stream}.`
        : "Say which stream: --stream.",
    );
  }
  const { from, to } = readDays(values);
  if (!(from && to)) throw new Error("Say which days: --from and --to.");
  return { stream, from, to, apply: values.apply, json: values.json };
}

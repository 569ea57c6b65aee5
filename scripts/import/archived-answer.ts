import { createHash } from "node:crypto";
import type { FlightWindow } from "@/lib/model/coverage";
import type { FlightStream, ReferenceStream } from "@/lib/model/stream";
import { uuidV7 } from "@/lib/model/uuid-v7";

/** Where an answer lies: a file below the folder that was given, and its name or place in it; null where it is the whole file. */
export type Place = { file: string; item: string | number | null };

/** An answer found in the archive. Its body stays there until it is wanted. */
export type ArchivedAnswer<Stream, Window> = {
  /** The same answer has the same id, whoever imports it and however often. */
  payloadId: string;
  stream: Stream;
  window: Window;
  /** Offset of its first row. */
  page: number;
  path: string;
  query: Readonly<Record<string, string>>;
  /** Assumed: recordings do not tell when they were received. */
  observedAt: Date;
  hash: string;
  place: Place;
};

export type ArchivedFlights = ArchivedAnswer<FlightStream, FlightWindow>;
/** One page of a list: `scope` is `list`, `key` its positions. `total` is how long the list is by it, null where it does not say. */
export type ArchivedPage = ArchivedAnswer<
  ReferenceStream,
  { scope: "list"; key: string; from: number; to: number; total: number | null }
>;

/** A file, or an answer in it, that was left out, and why. */
export type Ignored = { file: string; reason: string };

type Found<Stream, Window> = Omit<ArchivedAnswer<Stream, Window>, "payloadId" | "hash">;

/** Names an answer by all that makes it the same one: stream, window, page, observed at, and what it says. */
export function nameAnswer<Stream extends string, Window extends { scope: string; key: string }>(
  found: Found<Stream, Window>,
  body: Uint8Array,
): ArchivedAnswer<Stream, Window> {
  const { stream, window, page, observedAt } = found;
  const hash = createHash("sha256").update(body).digest("hex");
  const name = [stream, window.scope, window.key, page, observedAt.toISOString(), hash].join("|");
  const random = createHash("sha256").update(name).digest();
  return { ...found, hash, payloadId: uuidV7(observedAt, random) };
}

/** How people find the answer again: `customerflightinformation/2024-07-06.json#FRA_departure_0600`. */
export const placeName = ({ file, item }: Place): string =>
  item === null ? file : `${file}#${item}`;

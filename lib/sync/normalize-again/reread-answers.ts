import { AppError } from "@/lib/errors";
import type { ObservedFlight } from "@/lib/model/flight";
import type { FlightStream } from "@/lib/model/stream";
import {
  type FindPlace,
  type FlightAnswerReading,
  readFlightAnswer,
} from "@/lib/normalize/flights/read-flight-answer";

/** An answer of the raw store, with the window that it was asked for (`scope key`). `hash` is the sha-256 of its body. */
export type KeptAnswer = {
  payloadId: string;
  hash: string;
  window: string;
  receivedAt: Date;
  body: Uint8Array;
};

/**
 * Why an answer of the ledger cannot be read again: it is not in the raw store (`missing`) or not as it was kept
 * (`damaged`), or today's parser does not know it for one of its stream (`not_understood`).
 */
export type LostAnswer = { payloadId: string; reason: "missing" | "damaged" | "not_understood" };

/** The answers of some windows as the raw store has them. */
export type KeptAnswers = { answers: readonly KeptAnswer[]; lost: readonly LostAnswer[] };

/** What today's parser makes of one answer. */
export type RereadAnswer = { payloadId: string; observed: readonly ObservedFlight[] };

export type Rereading = {
  answers: RereadAnswer[];
  rejects: readonly FlightAnswerReading["rejects"][number][];
  /** Items of the answers: what is observed and rejected adds up to it. */
  fetched: number;
  lost: LostAnswer[];
};

/** Reads kept answers as if they had just come. One that cannot be understood is lost, and costs no other one. */
export function rereadAnswers(
  stream: FlightStream,
  kept: KeptAnswers,
  findPlace: FindPlace,
): Rereading {
  const rejects: FlightAnswerReading["rejects"] = [];
  const rereading: Rereading = { answers: [], rejects, fetched: 0, lost: [...kept.lost] };
  for (const answer of kept.answers) {
    const { payloadId } = answer;
    const reading = readOne(stream, answer, findPlace);
    if (!reading) {
      rereading.lost.push({ payloadId, reason: "not_understood" });
      continue;
    }
    rereading.answers.push({ payloadId, observed: reading.observed });
    rejects.push(...reading.rejects);
    rereading.fetched += reading.fetched;
  }
  return rereading;
}

function readOne(
  stream: FlightStream,
  { payloadId, hash, window, receivedAt, body }: KeptAnswer,
  findPlace: FindPlace,
): FlightAnswerReading | null {
  try {
    return readFlightAnswer({
      stream,
      json: JSON.parse(new TextDecoder().decode(body)) as unknown,
      observedAt: receivedAt,
      payloadId,
      payloadHash: hash,
      window,
      findPlace,
    });
  } catch (error) {
    const isForeign = error instanceof AppError && error.code === "upstream_unavailable";
    if (isForeign || error instanceof SyntaxError) return null;
    throw error;
  }
}

import { AppError } from "@/lib/errors";
import { FLIGHT_ROOTS, fieldOf, flightList } from "@/lib/lufthansa/flight-responses";
import type { DriftFinding } from "@/lib/model/drift";
import type { ObservedFlight } from "@/lib/model/flight";
import type { Reject } from "@/lib/model/reject";
import type { FlightStream } from "@/lib/model/stream";
import { findDrift } from "@/lib/normalize/drift";
import { KNOWN_FLIGHT_SHAPES } from "@/lib/normalize/known-flight-shapes";
import { FIELD_NAMES } from "./field-names";
import { type FindPlace, normalizeFlight } from "./normalize-flight";
import { readSentFlight } from "./read-sent-flight";
import { toFlightReject } from "./reject-flight";

export type { FindPlace };

export type FlightAnswer = {
  stream: FlightStream;
  /** The answer's body, parsed. */
  json: unknown;
  /** When it was received. */
  observedAt: Date;
  payloadId: string;
  /** sha-256 of its body, in hex. */
  payloadHash: string;
  /** `scope key` of the window that was asked. */
  window: string;
  findPlace: FindPlace;
};

export type FlightAnswerReading = {
  /** Items of the answer: observed and rejected add up to it. */
  fetched: number;
  observed: ObservedFlight[];
  rejects: (Reject & { payloadId: string })[];
  drift: (DriftFinding & { payloadId: string })[];
  /** Elements of the page as the source counts them, and how many all pages have where it says so: for paging. */
  pageRows: number;
  totalCount: number | null;
};

/**
 * One answer about flights, understood: every item is one observation or one reject, nothing is lost in silence. Whoever makes
 * rows of answers comes through here: the engine, the import, and normalizing again. Throws AppError("upstream_unavailable")
 * when it is no answer of this stream.
 */
export function readFlightAnswer(answer: FlightAnswer): FlightAnswerReading {
  const { stream, json, observedAt, payloadId, payloadHash, window, findPlace } = answer;
  const list = flightList(json, stream);
  if (!list) throw notAnAnswer(stream);
  const observed: ObservedFlight[] = [];
  const rejects: FlightAnswerReading["rejects"] = [];
  const unusable = new Map<string, DriftFinding>();
  const note = (field: string, value: unknown) =>
    addNote(unusable, `${FIELD_NAMES[stream].item}.${field}`, value);

  for (const [index, item] of list.items.entries()) {
    const sent = readSentFlight(item, stream);
    const read = sent && normalizeFlight(sent, { stream, findPlace, note });
    if (read?.kind === "flight") {
      observed.push({
        ...read.observation,
        stream,
        observedAt,
        payloadId,
        payloadHash,
        item: index,
        window,
      });
    } else rejects.push({ ...toFlightReject(item, sent, read?.fault ?? null), payloadId });
  }

  const shape = findDrift(fieldOf(json, FLIGHT_ROOTS[stream]), KNOWN_FLIGHT_SHAPES[stream]);
  return {
    fetched: list.items.length,
    observed,
    rejects,
    drift: [...shape, ...unusable.values()].map((finding) => ({ ...finding, payloadId })),
    pageRows: list.pageRows,
    totalCount: list.totalCount,
  };
}

function addNote(notes: Map<string, DriftFinding>, path: string, value: unknown): void {
  const found = String(value).slice(0, 100);
  const key = `${path} ${found}`;
  const known = notes.get(key) ?? { kind: "unusable_value", path, found, count: 0 };
  notes.set(key, { ...known, count: known.count + 1 });
}

const notAnAnswer = (stream: FlightStream): AppError =>
  new AppError(
    "upstream_unavailable",
    `The answer holds no ${FLIGHT_ROOTS[stream]}, where ${stream} used to be. It is kept raw; nothing of it was stored. If it stays so, the source has changed its format.`,
  );

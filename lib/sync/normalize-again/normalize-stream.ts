import type { FlightStream, Scope } from "@/lib/model/stream";
import type { FindPlace } from "@/lib/normalize/flights/read-flight-answer";
import type { LoadedWindow, PlannedWindow } from "../ports";
import type { SyncStream, WindowResult } from "../sync-stream";
import {
  type KeptAnswers,
  type LostAnswer,
  type RereadAnswer,
  rereadAnswers,
} from "./reread-answers";

/** What is to be known to rebuild rows: which days have kept answers, or, for one day, these answers. */
export type NormalizeKnowledge = {
  findPlace: FindPlace;
  days: readonly string[];
  kept: KeptAnswers;
};

/** One answer of a day: what it says today, or that it is lost. */
export type NormalizedAnswer = RereadAnswer | LostAnswer;

/**
 * Rebuilding the rows of a stream from the raw store, as a stream of its own that asks nobody: its windows are local days of
 * the windows that were asked once, its answers are those kept of them.
 */
export const normalizeStream = (
  stream: FlightStream,
): SyncStream<NormalizedAnswer, NormalizeKnowledge> => ({
  name: stream,
  plan: (_scope: Scope, { days }) => ({
    windows: days.map((day) => ({ scope: "answers", key: day, plan: { day } })),
    note: days.length > 0 ? null : "No answer is kept of these days: nothing was to do.",
  }),
  placeOf: ({ key }) => key,
  read: async (_window: PlannedWindow, { knowledge }) => read(stream, knowledge),
});

function read(
  stream: FlightStream,
  { kept, findPlace }: NormalizeKnowledge,
): WindowResult<NormalizedAnswer> {
  const { answers, lost, rejects, fetched } = rereadAnswers(stream, kept, findPlace);
  const loaded: LoadedWindow<NormalizedAnswer> = {
    state: lost.length > 0 ? "partial" : "complete",
    expected: null,
    fetched,
    records: [...answers, ...lost].map((record) => ({
      record,
      payloadId: record.payloadId,
      listPosition: null,
    })),
    rejects,
    // Ways in which the source differs were counted when the answers came.
    drift: [],
    unreadable: [],
    healed: [],
    lastCode: null,
    more: [],
    answered: null,
  };
  return { loaded, totalCount: null, refused: null };
}

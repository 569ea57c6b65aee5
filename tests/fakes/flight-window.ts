import type { Question } from "@/lib/model/answer";
import type { FlightWindow } from "@/lib/model/coverage";
import type { FlightStream } from "@/lib/model/stream";
import type { FlightKnowledge, KnownWindow } from "@/lib/sync/flight-knowledge";
import { toPlannedWindow } from "@/lib/sync/streams/flight-window";
import { readFlightWindow } from "@/lib/sync/streams/read-flight-window";
import type { Asked } from "@/lib/sync/sync-stream";

const ZONES: Record<string, string> = {
  FRA: "Europe/Berlin",
  LHR: "Europe/London",
  JFK: "America/New_York",
  AKL: "Pacific/Auckland",
  HNL: "Pacific/Honolulu",
};

/** What is known before anything was asked: a few airports with their zones. XXX has none. */
export const flightKnowledge = (given: Partial<FlightKnowledge> = {}): FlightKnowledge => ({
  now: new Date("2030-05-01T10:00:00Z"),
  routes: [],
  airports: [],
  findPlace: (code) => ({ timeZone: ZONES[code] ?? null, locationType: "airport" }),
  known: new Map(),
  boardDays: { back: 3, ahead: 5 },
  horizonDays: 7,
  ...given,
});

/** What the coverage ledger knows, one entry a window named `FRA/departures 2030-05-01T04:00`. */
export const knownWindows = (
  entries: Record<string, Partial<Pick<KnownWindow, "state" | "settled" | "fetched">>>,
): FlightKnowledge["known"] =>
  new Map(
    Object.entries(entries).map(([name, known]) => {
      const [scope = "", key = ""] = name.split(" ");
      return [name, { scope, key, state: "complete", settled: false, fetched: 0, ...known }];
    }),
  );

/** A flight of a board, told apart by its number. */
export const boardRow = (number: number): unknown => ({
  Departure: { AirportCode: "FRA", ScheduledTimeLocal: { DateTime: "2030-05-01T08:00" } },
  Arrival: { AirportCode: "LHR", ScheduledTimeLocal: { DateTime: "2030-05-01T09:00" } },
  OperatingCarrier: { AirlineID: "LH", FlightNumber: String(number) },
});

/** A journey of one flight. */
export const journey = (number: number): unknown => ({
  TotalJourney: { Duration: "PT1H" },
  Flight: {
    ...(boardRow(number) as object), // The shape of its sides is the same.
    MarketingCarrier: { AirlineID: "LH", FlightNumber: String(number) },
  },
});

export const numbers = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

/** What a page answers: rows with a TotalCount (none for schedules), or a status. */
export type PageAnswer = { rows: readonly unknown[]; totalCount?: number } | 404 | 500;

/** Reads one window of a source that answers its calls one after the other as told; returns what it made of them. */
export async function readWindowOf(
  stream: FlightStream,
  window: FlightWindow,
  answer: (offset: number, call: number) => PageAnswer,
  knowledge: FlightKnowledge = flightKnowledge(),
) {
  const questions: Question[] = [];
  const ask = async (question: Question): Promise<Asked> => {
    const call = questions.push(question);
    const kept = {
      payloadId: `payload-${call}`,
      hash: `hash-${call}`,
      receivedAt: new Date(knowledge.now.getTime() + call * 1000),
    };
    const said = answer(Number(question.query?.offset), call);
    if (said === 404) return { kind: "not_found", ...kept };
    if (said === 500) return { kind: "backend_error", ...kept };
    return { kind: "ok", json: envelope(stream, said), ...kept };
  };
  const context = { ask, knowledge, totalCount: null, codeBefore: null };
  const { loaded } = await readFlightWindow(stream, toPlannedWindow(window), context);
  return { loaded, offsets: questions.map(({ query }) => query?.offset), questions };
}

/** A list of one is an object, as the source sends it. */
function envelope(
  stream: FlightStream,
  { rows, totalCount }: Exclude<PageAnswer, number>,
): unknown {
  const list = rows.length === 1 ? rows[0] : rows;
  const meta = { "@Version": "1.0.0", Link: [] };
  if (stream === "schedules") return { ScheduleResource: { Schedule: list, Meta: meta } };
  const content = { Flights: { Flight: list }, Meta: { ...meta, TotalCount: totalCount } };
  return stream === "flight-status"
    ? { FlightStatusResource: content }
    : { FlightInformation: content };
}

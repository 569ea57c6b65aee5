import { createHash } from "node:crypto";
import { FLIGHT_PAGE_ROWS } from "@/lib/lufthansa/endpoints";
import type { ObservedFlight } from "@/lib/model/flight";
import {
  type FindPlace,
  type FlightAnswerReading,
  readFlightAnswer,
} from "@/lib/normalize/flights/read-flight-answer";
import type { PayloadEntry } from "@/lib/raw/payload-store";
import type { LedgerWindow, LoadedWindow } from "@/lib/sync/ports";
import { windowName } from "@/lib/sync/streams/flight-window";
import type { ArchiveFiles } from "./archive-files";
import { type ArchivedFlights, placeName } from "./archived-answer";
import { toPayloadEntry } from "./to-payload-entry";

type ReadWindow = {
  window: LedgerWindow;
  /** For the raw store. */
  entries: PayloadEntry[];
  /** For the ledger. */
  payloads: { payloadId: string; status: number; hash: string; bytes: number }[];
  loaded: LoadedWindow<ObservedFlight>;
};

/** Reads the archived answers of one window and understands them. Throws an Error where a file was changed meanwhile. */
export async function readArchivedWindow(asked: {
  window: LedgerWindow;
  answers: readonly ArchivedFlights[];
  runId: string;
  files: ArchiveFiles;
  findPlace: FindPlace;
}): Promise<ReadWindow> {
  const { window, answers, runId, files, findPlace } = asked;
  const entries: PayloadEntry[] = [];
  const pages: Page[] = [];
  for (const archived of answers) {
    const body = await files.bodyOf(archived.place);
    assertSame(archived, body);
    entries.push(toPayloadEntry(archived, { runId, body }));
    const reading = readFlightAnswer({
      stream: archived.stream,
      json: JSON.parse(Buffer.from(body).toString("utf8")) as unknown,
      observedAt: archived.observedAt,
      payloadId: archived.payloadId,
      payloadHash: archived.hash,
      window: windowName(window),
      findPlace,
    });
    pages.push({ archived, reading });
  }
  const payloads = entries.map(({ id, answer }, index) => ({
    payloadId: id,
    status: answer.status,
    hash: answers[index]?.hash ?? "",
    bytes: answer.body.byteLength,
  }));
  return { window, entries, payloads, loaded: gather(pages) };
}

type Page = { archived: ArchivedFlights; reading: FlightAnswerReading };

function gather(pages: readonly Page[]): LoadedWindow<ObservedFlight> {
  const readings = pages.map(({ reading }) => reading);
  const [first] = pages;
  const observedAt = first?.archived.observedAt;
  return {
    state: isWhole(pages) ? "complete" : "partial",
    expected: expectedOf(readings),
    fetched: readings.reduce((sum, { fetched }) => sum + fetched, 0),
    records: readings
      .flatMap(({ observed }) => observed)
      .map((record) => ({ record, payloadId: record.payloadId, listPosition: null })),
    rejects: readings.flatMap(({ rejects }) => rejects),
    drift: readings.flatMap(({ drift }) => drift),
    unreadable: [],
    healed: [],
    lastCode: null,
    more: [],
    answered: observedAt ? { startedAt: observedAt, observedAt, assumed: true } : null,
  };
}

/** How many rows the source says there are in the window: the most that an answer of it says. */
function expectedOf(readings: readonly FlightAnswerReading[]): number | null {
  const counts = readings.flatMap(({ totalCount }) => (totalCount === null ? [] : [totalCount]));
  return counts.length > 0 ? Math.max(...counts) : null;
}

/** Whether the pages follow each other from the first row to the last; where no length is told, to a page that is not full. */
function isWhole(pages: readonly Page[]): boolean {
  const expected = expectedOf(pages.map(({ reading }) => reading));
  let reached = 0;
  let lastRows = 0;
  let limit = FLIGHT_PAGE_ROWS;
  for (const { archived, reading } of pages.toSorted((a, b) => a.archived.page - b.archived.page)) {
    if (archived.page > reached) return false;
    reached = Math.max(reached, archived.page + reading.pageRows);
    lastRows = reading.pageRows;
    limit = limitOf(archived);
  }
  return expected === null ? lastRows < limit : reached >= expected;
}

/** Rows that the answer could hold at most; 20 where no limit was asked for (API.md section 6). */
const limitOf = ({ query }: ArchivedFlights): number =>
  Math.min(FLIGHT_PAGE_ROWS, Math.trunc(Number(query.limit)) || 20);

function assertSame({ hash, place }: ArchivedFlights, body: Uint8Array): void {
  if (createHash("sha256").update(body).digest("hex") === hash) return;
  throw new Error(
    `${placeName(place)} was changed while it was imported. What was imported before is kept; start the import again.`,
  );
}

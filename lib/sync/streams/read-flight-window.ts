import { AppError } from "@/lib/errors";
import { flightPage } from "@/lib/lufthansa/endpoints";
import type { FlightWindow } from "@/lib/model/coverage";
import type { ObservedFlight } from "@/lib/model/flight";
import { settlesAt } from "@/lib/model/settles-at";
import type { FlightStream } from "@/lib/model/stream";
import { readFlightAnswer } from "@/lib/normalize/flights/read-flight-answer";
import type { FlightKnowledge } from "../flight-knowledge";
import type { LoadedWindow, PlannedWindow } from "../ports";
import { type FlightPage, type FlightPages, readFlightPages } from "../read-flight-pages";
import type { Asked, WindowContext, WindowResult } from "../sync-stream";
import { toFlightWindow, windowName } from "./flight-window";
import { judgeNothing } from "./judge-nothing";

type Context = WindowContext<FlightKnowledge>;

/** Asks for one window of flights, page by page, and understands what came. */
export async function readFlightWindow(
  stream: FlightStream,
  planned: PlannedWindow,
  context: Context,
): Promise<WindowResult<ObservedFlight>> {
  const window = toFlightWindow(planned);
  const received: Date[] = [];
  const read = await readFlightPages(async (offset) => {
    const asked = await askForSure(stream, { window, offset }, context);
    received.push(asked.receivedAt);
    return asked.kind === "ok" ? understand(stream, { window, asked }, context) : null;
  });
  return {
    loaded: {
      ...gather(read.pages),
      state: stateOf(read) ?? judgeNothing(stream, window, context.knowledge),
      expected: read.expected,
      answered: answeredAt(received),
      unreadable: [],
      healed: [],
      lastCode: null,
      more: [],
    },
    totalCount: null,
    refused: null,
  };
}

/**
 * Asks for a page. A 404 that would be believed for ever is asked once more: one that settles the window, or one that ends
 * a list behind a full page. Elsewhere the window is asked again anyway, after its end.
 */
async function askForSure(
  stream: FlightStream,
  { window, offset }: { window: FlightWindow; offset: number },
  { ask }: Context,
): Promise<Exclude<Asked, { kind: "backend_error" }>> {
  const question = flightPage(stream, window, offset);
  let asked = await ask(question);
  const isLastWord = offset > 0 || asked.receivedAt >= settlesAt(stream, window);
  if (asked.kind === "not_found" && isLastWord) asked = await ask(question);
  if (asked.kind !== "backend_error") return asked;
  throw new AppError(
    "upstream_unavailable",
    `The source failed on ${question.path}; it is asked again.`,
  );
}

function understand(
  stream: FlightStream,
  { window, asked }: { window: FlightWindow; asked: Extract<Asked, { kind: "ok" }> },
  { knowledge }: Context,
): FlightPage {
  const { json, payloadId, hash, receivedAt } = asked;
  return readFlightAnswer({
    stream,
    json,
    observedAt: receivedAt,
    payloadId,
    payloadHash: hash,
    window: windowName(window),
    findPlace: knowledge.findPlace,
  });
}

function gather(
  pages: readonly FlightPage[],
): Pick<LoadedWindow<ObservedFlight>, "fetched" | "records" | "rejects" | "drift"> {
  return {
    fetched: pages.reduce((sum, { fetched }) => sum + fetched, 0),
    records: pages
      .flatMap(({ observed }) => observed)
      .map((record) => ({ record, payloadId: record.payloadId, listPosition: null })),
    rejects: pages.flatMap(({ rejects }) => rejects),
    drift: pages.flatMap(({ drift }) => drift),
  };
}

/** Null when the window has no row at all. */
function stateOf({ pages, isWhole }: FlightPages): "complete" | "partial" | null {
  const rows = pages.reduce((sum, { pageRows }) => sum + pageRows, 0);
  if (rows === 0 && isWhole) return null;
  return isWhole ? "complete" : "partial";
}

function answeredAt(received: readonly Date[]): LoadedWindow<unknown>["answered"] {
  const [startedAt] = received;
  const observedAt = received.at(-1);
  return startedAt && observedAt ? { startedAt, observedAt, assumed: false } : null;
}

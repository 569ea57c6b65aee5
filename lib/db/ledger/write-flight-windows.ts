import type { Connection } from "mariadb";
import type { ObservedFlight, WindowAnswer } from "@/lib/model/flight";
import type { FlightStream } from "@/lib/model/stream";
import { windowName } from "@/lib/sync/streams/flight-window";
import { writeCoverage } from "../coverage/write-coverage";
import { loadFlights } from "../flights/load-flights";
import type { UpsertCounts } from "../upsert/upsert-records";
import type { AnsweredWindow } from "./load-windows";
import type { WindowOrigin } from "./window-origin";

export type FlightWindowLoad = AnsweredWindow<ObservedFlight> & {
  /** Payload ids of answers that were read again: what is stored of them gives way. */
  replaces?: readonly string[];
};

/** Writes what windows of flights gave: rows, events, codeshares and coverage. */
export const writeFlightWindows =
  (stream: FlightStream) =>
  async (
    connection: Connection,
    { runId, now }: WindowOrigin,
    windows: readonly FlightWindowLoad[],
  ): Promise<UpsertCounts[]> => {
    const outcomes = await loadFlights(connection, {
      runId,
      now,
      observed: windows.flatMap(({ loaded }) => loaded.records.map(({ record }) => record)),
      answers: windows.flatMap((each) => toWindowAnswer(stream, each)),
      replaces: windows.flatMap(({ replaces }) => replaces ?? []),
    });
    await writeCoverage(connection, { runId, stream, now }, windows);
    let from = 0;
    return windows.map(({ loaded }) => {
      const own = outcomes.slice(from, from + loaded.records.length);
      from += own.length;
      const counts: UpsertCounts = { inserted: 0, updated: 0, unchanged: 0 };
      for (const outcome of own) counts[outcome] += 1;
      return counts;
    });
  };

/**
 * What a flight is missing in: an answer of schedules that is whole. An answer of which something could not be read is none,
 * for the flight that is missing may be what could not be read.
 */
function toWindowAnswer(
  stream: FlightStream,
  { window, loaded }: FlightWindowLoad,
): WindowAnswer[] {
  const { state, rejects, answered } = loaded;
  if (stream !== "schedules" || state !== "complete" || rejects.length > 0 || !answered) return [];
  const { startedAt, observedAt } = answered;
  return [{ stream, window: windowName(window), startedAt, observedAt }];
}

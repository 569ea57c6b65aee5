import { randomBytes } from "node:crypto";
import { execute } from "@/lib/db/execute";
import { createFlightLedger } from "@/lib/db/ledger/create-flight-ledger";
import { requestRun } from "@/lib/db/runs/request-run";
import type { Direction, FlightWindow } from "@/lib/model/coverage";
import type { ObservedFlight } from "@/lib/model/flight";
import type { FlightStream } from "@/lib/model/stream";
import type { LedgerWindow, LoadedWindow } from "@/lib/sync/ports";
import { boardWindow, toPlannedWindow } from "@/lib/sync/streams/flight-window";

/** The window of Frankfurt's board that begins at this hour of May 1st. */
export const board = (hour: string, direction: Direction = "departures", day = "2025-05-01") =>
  boardWindow({
    airport: "FRA",
    direction,
    start: `${day}T${hour}:00`,
    timeZone: "Europe/Berlin",
  });

export const flightLedger = (stream: FlightStream = "flight-status", owner = "one") =>
  createFlightLedger({ stream, owner, store: "mysql" });

let asked = 0;

/** A run of its own with these windows planned, the first of them begun. */
export async function begunFlightRun(
  windows: readonly FlightWindow[],
  stream: FlightStream = "flight-status",
) {
  const ledger = flightLedger(stream);
  asked += 1;
  const code = asked.toString(36).toUpperCase().padStart(3, "Q");
  const { run } = await requestRun({
    stream,
    scope: { kind: "flights", of: [code], from: "2025-05-01", to: "2025-05-01", mode: "again" },
    trigger: "command",
    requestedBy: null,
  });
  await ledger.claim(run.id);
  await ledger.plan(run.id, windows.map(toPlannedWindow), null);
  return { ledger, runId: run.id };
}

type Answer = Partial<Omit<LoadedWindow<ObservedFlight>, "answered">> & { at: string };

/** What a window gave, answered at that time: nothing, but for what is given. */
export function loadedAt({
  at,
  records = [],
  ...rest
}: Omit<Answer, "records"> & {
  records?: readonly ObservedFlight[];
}): LoadedWindow<ObservedFlight> {
  const observedAt = new Date(`${at}Z`);
  return {
    state: records.length > 0 ? "complete" : "empty",
    expected: records.length || null,
    fetched: records.length + (rest.rejects?.length ?? 0),
    records: records.map((record) => ({
      record,
      payloadId: record.payloadId,
      listPosition: null,
    })),
    rejects: [],
    unreadable: [],
    healed: [],
    drift: [],
    lastCode: null,
    more: [],
    answered: { startedAt: observedAt, observedAt, assumed: false },
    ...rest,
  };
}

/** Asks for these windows in a run of its own and loads what `answer` says of each; a text makes it fail. */
export async function collect(
  windows: readonly FlightWindow[],
  answer: (window: LedgerWindow) => LoadedWindow<ObservedFlight> | string,
  stream: FlightStream = "flight-status",
): Promise<string> {
  const { ledger, runId } = await begunFlightRun(windows, stream);
  for (let window = await ledger.next(runId); window; window = await ledger.next(runId)) {
    await ledger.noteCall(window, {
      payloadId: randomBytes(18).toString("hex"),
      status: 200,
      hash: "0".repeat(64),
      bytes: 10,
    });
    const said = answer(window);
    if (typeof said === "string") await ledger.fail(runId, said);
    else await ledger.load(runId, window, said);
  }
  await ledger.finish(runId, { cancelled: false, refused: null, givenUp: null });
  return runId;
}

export async function emptyCoverage(): Promise<void> {
  for (const table of ["coverage", "sync_runs"]) await execute(`DELETE FROM ${table}`);
}

import { isOwnerDead } from "@/inngest/owner";
import { createFlightLedger } from "@/lib/db/ledger/create-flight-ledger";
import { loadFlightBatch } from "@/lib/db/ledger/load-flight-batch";
import { nextWindows } from "@/lib/db/ledger/next-windows";
import type { ObservedFlight } from "@/lib/model/flight";
import type { FlightScope, FlightStream } from "@/lib/model/stream";
import type { FindPlace } from "@/lib/normalize/flights/read-flight-answer";
import type { PayloadStore } from "@/lib/raw/payload-store";
import type { Ledger, LedgerWindow } from "@/lib/sync/ports";
import { toPlannedWindow, windowName } from "@/lib/sync/streams/flight-window";
import type { ArchiveFiles } from "./archive-files";
import type { ArchivedFlights } from "./archived-answer";
import { beginImport, nameFiles } from "./begin-import";
import { readArchivedWindow } from "./read-archived-window";

/** Windows of one transaction: enough that statements are full, few enough to tell of progress. */
const WINDOWS_AT_ONCE = 250;

export type FlightImport = {
  stream: FlightStream;
  answers: readonly ArchivedFlights[];
  files: ArchiveFiles;
  store: PayloadStore;
  findPlace: FindPlace;
  owner: string;
  onProgress: (runId: string) => Promise<void>;
};

/**
 * Takes the answers of one stream into the raw store and makes flights of them, many windows in one transaction. Returns the
 * run. Killed at any moment it goes on when called again with the same answers.
 */
export async function importFlights(work: FlightImport): Promise<string> {
  const { stream, answers, store, owner, onProgress } = work;
  const ledger = createFlightLedger({ stream, owner, store: store.kind, isOwnerDead });
  const runId = await beginImport(ledger, { stream, scope: scopeOf(answers) });
  const windows = groupByWindow(answers);
  const planned = [...windows.values()].flatMap(([first]) =>
    first ? [toPlannedWindow(first.window)] : [],
  );
  await ledger.plan(runId, planned, null);
  const cancelled = await workOn(work, { ledger, runId, windows });
  await ledger.finish(runId, { cancelled, refused: null, givenUp: null });
  await onProgress(runId);
  return runId;
}

type Windows = ReadonlyMap<string, readonly ArchivedFlights[]>;
type Begun = { ledger: Ledger<ObservedFlight>; runId: string; windows: Windows };

/** Works until no window is left, or a person cancelled the run: whether that was so. */
async function workOn(work: FlightImport, { ledger, runId, windows }: Begun): Promise<boolean> {
  for (;;) {
    const head = await ledger.claim(runId);
    if (head?.cancelRequested) return true;
    const batch = await nextWindows(runId, work.owner, WINDOWS_AT_ONCE);
    if (batch.length === 0) return false;
    await loadBatch(work, { runId, batch, windows });
    await work.onProgress(runId);
  }
}

/** Answers first, as always, then everything that is made of them. */
async function loadBatch(
  { stream, files, store, owner, findPlace }: FlightImport,
  { runId, batch, windows }: { runId: string; batch: readonly LedgerWindow[]; windows: Windows },
): Promise<void> {
  const read = [];
  for (const window of batch) {
    const answers = windows.get(windowName(window)) ?? [];
    read.push(await readArchivedWindow({ window, answers, runId, files, findPlace }));
  }
  await store.saveMany(read.flatMap(({ entries }) => entries));
  await loadFlightBatch(
    { runId, stream, owner, store: store.kind },
    read.map(({ window, loaded, payloads }) => ({ window, loaded, payloads })),
  );
}

/** Of the windows in the order of the files, so that each file is opened once. */
function groupByWindow(answers: readonly ArchivedFlights[]): Windows {
  const windows = new Map<string, ArchivedFlights[]>();
  for (const answer of answers) {
    const name = windowName(answer.window);
    const own = windows.get(name);
    if (own) own.push(answer);
    else windows.set(name, [answer]);
  }
  return windows;
}

function scopeOf(answers: readonly ArchivedFlights[]): FlightScope {
  const days = answers.map(({ window }) => window.day).sort();
  const [from = null] = days;
  const to = days.at(-1) ?? null;
  return { kind: "flights", of: [nameFiles(answers)], from, to, mode: "again" };
}

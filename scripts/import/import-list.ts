import { isOwnerDead } from "@/inngest/owner";
import { streams } from "@/inngest/streams";
import { noteImportedAnswer } from "@/lib/db/imports/note-imported-answer";
import { createLedger } from "@/lib/db/ledger/create-ledger";
import type { RecordByStream } from "@/lib/db/upsert/entities";
import type { ReferenceStream } from "@/lib/model/stream";
import type { PayloadStore } from "@/lib/raw/payload-store";
import type { Ledger, SyncPorts } from "@/lib/sync/ports";
import { runStream } from "@/lib/sync/run-stream";
import type { SyncStream } from "@/lib/sync/sync-stream";
import type { ArchiveFiles } from "./archive-files";
import type { ArchivedPage } from "./archived-answer";
import { beginImport, nameFiles } from "./begin-import";
import { listSource } from "./list-source";
import { toPayloadEntry } from "./to-payload-entry";

export type ListImport<Stream extends ReferenceStream> = {
  stream: Stream;
  pages: readonly ArchivedPage[];
  files: ArchiveFiles;
  store: PayloadStore;
  owner: string;
  onProgress: (runId: string) => Promise<void>;
};

/**
 * Takes the recorded pages of one list into the raw store and makes records of them, by the engine that collects lists: only
 * its source is the files, and its windows are their positions. Returns the run.
 */
export async function importList<Stream extends ReferenceStream>(
  work: ListImport<Stream>,
): Promise<string> {
  const { stream, pages, store, owner, onProgress } = work;
  const worker = { stream, owner, store: store.kind, isOwnerDead };
  const ledger = importLedger(createLedger(worker), work);
  const scope = { kind: "codes", codes: [nameFiles(pages)] } as const;
  const runId = await beginImport(ledger, { stream, scope });
  const ports = portsOf(work, { ledger, runId });
  const telling = setInterval(() => void onProgress(runId), 1000);
  try {
    let kind: string;
    do ({ kind } = await runStream({ stream: planned(streams[stream], pages), runId, ports }));
    while (kind === "continue");
  } finally {
    clearInterval(telling);
  }
  await onProgress(runId);
  return runId;
}

/** The stream with the windows that there are files of, in the order of the list. */
const planned = <Rec>(
  stream: SyncStream<Rec>,
  pages: readonly ArchivedPage[],
): SyncStream<Rec> => ({
  ...stream,
  plan: () => ({
    windows: pages
      .toSorted((one, other) => one.window.from - other.window.from)
      .map(({ window: { scope, key, from, to } }) => ({
        scope,
        key,
        plan: { from, to, isLast: false },
      })),
    note: null,
  }),
});

/** No call is counted, an answer belongs to the window of its own positions, and no other window is asked for. */
function importLedger<Rec>(
  ledger: Ledger<Rec>,
  { pages, store }: { pages: readonly ArchivedPage[]; store: PayloadStore },
): Ledger<Rec> {
  const keys = new Map(pages.map(({ payloadId, window }) => [payloadId, window.key]));
  return {
    ...ledger,
    noteCall: async (window, call) => {
      if (!call || keys.get(call.payloadId) !== window.key) return;
      await noteImportedAnswer(window, { ...call, store: store.kind });
    },
    load: (runId, window, loaded) => ledger.load(runId, window, { ...loaded, more: [] }),
  };
}

function portsOf<Stream extends ReferenceStream>(
  { pages, files, store }: ListImport<Stream>,
  { ledger, runId }: { ledger: Ledger<RecordByStream[Stream]>; runId: string },
): SyncPorts<RecordByStream[Stream]> {
  const { source, pageOf, knowledge } = listSource(pages, files);
  return {
    step: { run: (_id, work) => work(), sleepUntil: async () => undefined },
    source,
    ledger,
    keepAnswer: async ({ attempt: { answer } }) => {
      const page = pageOf(Number(answer.query.offset));
      const entry = toPayloadEntry(page, { runId, body: answer.body });
      const { hash } = await store.save(entry);
      return { id: entry.id, hash };
    },
    knowledge: async () => knowledge,
    isOutranked: async () => false,
  };
}

import type { StreamName } from "@/lib/model/stream";
import type { PayloadStoreKind } from "@/lib/raw/payload-store";
import type { Ledger } from "@/lib/sync/ports";
import { claimRun, type Worker } from "./claim-run";
import { codeBefore } from "./code-before";
import { failWindow } from "./fail-window";
import { finishRun } from "./finish-run";
import { loadWindow } from "./load-window";
import type { WriteWindows } from "./load-windows";
import { nextWindow } from "./next-window";
import { noteCall } from "./note-call";
import { noteWait } from "./note-wait";
import { planWindows } from "./plan-windows";
import { releaseRun } from "./release-run";

/** How a ledger of one stream is used by one worker. `store` is where the answers that it notes are kept. */
export type LedgerWorker<Stream extends StreamName> = Worker & {
  stream: Stream;
  store: PayloadStoreKind;
};

/** The ledger of one stream in MySQL. `write` puts the records of answered windows where they belong. */
export function ledgerOf<Rec>(
  worker: LedgerWorker<StreamName>,
  write: WriteWindows<Rec>,
): Ledger<Rec> {
  const { stream, owner } = worker;
  return {
    async claim(runId) {
      const head = await claimRun(runId, worker);
      if (head && head.stream !== stream) {
        throw new Error(`Run ${runId} is one of ${head.stream}, not of ${stream}`);
      }
      return head;
    },
    plan: (runId, windows, note) => planWindows({ id: runId, stream, owner }, windows, note),
    next: (runId) => nextWindow(runId, owner),
    noteCall: (window, call) => noteCall(worker, window, call),
    codeBefore,
    load: (runId, window, loaded) => loadWindow({ runId, stream, owner, write }, window, loaded),
    wait: (runId, until) => noteWait(runId, owner, until),
    fail: (runId, message) => failWindow(runId, owner, message),
    release: (runId) => releaseRun(runId, owner),
    finish: (runId, end) => finishRun(runId, owner, end),
  };
}

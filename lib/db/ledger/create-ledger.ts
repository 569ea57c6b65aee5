import type { ReferenceStream } from "@/lib/model/stream";
import type { PayloadStoreKind } from "@/lib/raw/payload-store";
import type { Ledger } from "@/lib/sync/ports";
import { entities, type RecordByStream } from "../upsert/entities";
import { claimRun, type Worker } from "./claim-run";
import { codeBefore } from "./code-before";
import { failWindow } from "./fail-window";
import { finishRun } from "./finish-run";
import { loadWindow } from "./load-window";
import { nextWindow } from "./next-window";
import { noteCall } from "./note-call";
import { noteWait } from "./note-wait";
import { planWindows } from "./plan-windows";

/** The ledger of one stream in MySQL, as one worker uses it. `store` is where the answers that it notes are kept. */
export function createLedger<Stream extends ReferenceStream>(
  worker: Worker & { stream: Stream; store: PayloadStoreKind },
): Ledger<RecordByStream[Stream]> {
  const { stream, owner } = worker;
  const entity = entities[stream];
  return {
    async claim(runId) {
      const head = await claimRun(runId, worker);
      if (head && head.stream !== stream) {
        throw new Error(`Run ${runId} is one of ${head.stream}, not of ${stream}`);
      }
      return head;
    },
    plan: (runId, windows) => planWindows({ id: runId, stream, owner }, windows),
    next: (runId) => nextWindow(runId, owner),
    noteCall: (window, call) => noteCall(worker, window, call),
    codeBefore,
    load: (runId, window, loaded) => loadWindow({ runId, stream, owner, entity }, window, loaded),
    wait: (runId, until) => noteWait(runId, owner, until),
    fail: (runId, message) => failWindow(runId, owner, message),
    finish: (runId, end) => finishRun(runId, owner, end),
  };
}

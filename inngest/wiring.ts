import { randomBytes } from "node:crypto";
import { createLedger } from "@/lib/db/ledger/create-ledger";
import { findListKnowledge } from "@/lib/db/ledger/find-list-knowledge";
import type { RecordByStream } from "@/lib/db/upsert/entities";
import type { ReferenceStream } from "@/lib/model/stream";
import { uuidV7 } from "@/lib/model/uuid-v7";
import type { Step, SyncPorts } from "@/lib/sync/ports";
import { isOwnerDead } from "./owner";
import { rawStore } from "./raw-store";
import { findClient } from "./source";

/** The outside world of one run, made of the real databases and the real source: the one place where they meet. */
export async function portsOf<Stream extends ReferenceStream>(worker: {
  stream: Stream;
  owner: string;
  step: Step;
}): Promise<SyncPorts<RecordByStream[Stream]>> {
  const { stream, owner, step } = worker;
  const [source, payloads] = await Promise.all([findClient(), rawStore()]);
  return {
    step,
    source,
    ledger: createLedger({ stream, owner, store: payloads.kind, isOwnerDead }),
    knowledge: () => findListKnowledge(stream),
    keepAnswer: async ({ attempt: { answer }, ...about }) => {
      const id = uuidV7(answer.receivedAt, randomBytes(10));
      const { hash } = await payloads.save({ id, ...about, answer });
      return { id, hash };
    },
  };
}

import { randomBytes } from "node:crypto";
import { createLedger } from "@/lib/db/ledger/create-ledger";
import { findListKnowledge } from "@/lib/db/ledger/find-list-knowledge";
import { isOutranked } from "@/lib/db/runs/is-outranked";
import type { RecordByStream } from "@/lib/db/upsert/entities";
import type { ReferenceStream } from "@/lib/model/stream";
import { uuidV7 } from "@/lib/model/uuid-v7";
import type { WorkClass } from "@/lib/model/work-class";
import type { Step, SyncPorts } from "@/lib/sync/ports";
import { isOwnerDead } from "./owner";
import { rawStore } from "./raw-store";
import { findClient } from "./source";

/** One worker at one run. */
export type RunWork = {
  runId: string;
  owner: string;
  step: Step;
  /** What its calls are counted as. */
  workClass: WorkClass;
  /** Makes way for runs that go before it. Not where this worker would not take them up: the work would stand still. */
  yields: boolean;
};

/** The outside world of one run of a reference list, made of the real databases and the real source. */
export async function portsOf<Stream extends ReferenceStream>(
  stream: Stream,
  work: RunWork,
): Promise<SyncPorts<RecordByStream[Stream]>> {
  const { kind: store } = await rawStore();
  return {
    ...(await worldOf(work)),
    ledger: createLedger({ stream, owner: work.owner, store, isOwnerDead }),
    knowledge: () => findListKnowledge(stream),
  };
}

/** What is the same for every stream. */
export async function worldOf(
  work: RunWork,
): Promise<Pick<SyncPorts<unknown>, "step" | "source" | "keepAnswer" | "isOutranked">> {
  const { step, workClass, yields } = work;
  const [client, payloads] = await Promise.all([findClient(), rawStore()]);
  return {
    step,
    source: client.as(workClass),
    isOutranked: async (runId) => yields && isOutranked(runId),
    keepAnswer: async ({ attempt: { answer }, ...about }) => {
      const id = uuidV7(answer.receivedAt, randomBytes(10));
      const { hash } = await payloads.save({ id, ...about, answer });
      return { id, hash };
    },
  };
}

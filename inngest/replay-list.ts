import type { Replayable } from "@/lib/db/findings/find-replayable";
import {
  findPayloadsOfWindow,
  findWindowsOfPayloads,
  type PayloadWindow,
} from "@/lib/db/ledger/find-windows-of-payloads";
import { keepReplayed } from "@/lib/db/normalize/keep-replayed";
import { sampleHash } from "@/lib/db/normalize/sample-hash";
import { groupBy } from "@/lib/model/group-by";
import type { ReferenceStream } from "@/lib/model/stream";
import { toSample } from "@/lib/normalize/sample";
import { type KeptWindow, rereadList } from "@/lib/sync/normalize-again/reread-list";
import type { ReferenceDefinition } from "@/lib/sync/streams/reference-definition";
import { findKeptPayloads } from "./find-kept-payloads";
import type { ReplayOutcomes } from "./replay-outcomes";
import { definitions } from "./streams";

/**
 * Reads the windows of these rejects again, for twins are known only beside each other, and keeps the records that were
 * rejected, and only those: what else the old answers say may be older than what is stored.
 */
export async function replayList(
  stream: ReferenceStream,
  rejects: readonly Replayable[],
  outcomes: ReplayOutcomes,
): Promise<void> {
  const windows = await findWindowsOfPayloads(rejects.map(({ payload_id }) => payload_id));
  const byWindow = groupBy(rejects, ({ payload_id }) => windows.get(payload_id)?.id ?? null);
  for (const [id, own] of byWindow) {
    const window = [...windows.values()].find((each) => each.id === id);
    if (window) await replayWindow(stream, { window, rejects: own }, outcomes);
    else for (const reject of own) outcomes.set(reject.id, "lost");
  }
}

async function replayWindow<Stream extends ReferenceStream>(
  stream: Stream,
  { window, rejects }: { window: PayloadWindow; rejects: readonly Replayable[] },
  outcomes: ReplayOutcomes,
): Promise<void> {
  const { kept, receivedAt } = await findKeptWindow(window);
  const definition: ReferenceDefinition<unknown> = definitions[stream];
  const { items, normalized } = rereadList(definition, kept);
  const indexOf = new Map(items.map(({ json }, index) => [sampleHash(toSample(json)), index]));
  const wanted = new Map<number, Replayable>();
  for (const reject of rejects) {
    const index = indexOf.get(reject.sample_hash);
    if (index === undefined) outcomes.set(reject.id, "lost");
    else wanted.set(index, reject);
  }
  const payloadOf = (index: number) => items[index]?.payloadId ?? "";
  const records = normalized.records.flatMap(({ record, index }) => {
    const reject = wanted.get(index);
    return reject ? [{ record, payloadId: payloadOf(index), rejectId: reject.id }] : [];
  });
  const still = normalized.rejects.flatMap(({ index, ...again }) => {
    const reject = wanted.get(index);
    return reject ? [{ ...again, payloadId: payloadOf(index), before: reject }] : [];
  });
  await keepReplayed(stream, { runId: window.runId, receivedAt, records, still });
  for (const { rejectId } of records) outcomes.set(rejectId, "kept");
  for (const { before } of still) outcomes.set(before.id, "rejected");
}

async function findKeptWindow(
  window: PayloadWindow,
): Promise<{ kept: KeptWindow; receivedAt: ReadonlyMap<string, Date> }> {
  const ids = await findPayloadsOfWindow(window.id);
  const { found } = await findKeptPayloads(ids);
  const answers = ids.flatMap((id) => found.get(id) ?? []);
  const [, from, to] = /^(\d+)-(\d+)$/.exec(window.key) ?? [];
  return {
    kept: {
      positions: window.scope === "list" && from && to ? { from: +from, to: +to } : null,
      codeBefore: window.codeBefore,
      pages: answers.map(({ id, answer: { query, body } }) => ({
        payloadId: id,
        offset: numberOf(query.offset),
        limit: numberOf(query.limit),
        body,
      })),
    },
    receivedAt: new Map(answers.map(({ id, answer }) => [id, answer.receivedAt])),
  };
}

const numberOf = (text: string | undefined): number | null => (text ? Number(text) : null);

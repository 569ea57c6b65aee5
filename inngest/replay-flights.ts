import { findPlaces } from "@/lib/db/airports/find-places";
import { bumpDataVersion } from "@/lib/db/data-version";
import { databaseNow } from "@/lib/db/database-now";
import type { Replayable } from "@/lib/db/findings/find-replayable";
import { findWindowsOfPayloads } from "@/lib/db/ledger/find-windows-of-payloads";
import { writeRejects } from "@/lib/db/ledger/write-rejects";
import { replaceAnswers } from "@/lib/db/normalize/replace-answers";
import { sampleHash } from "@/lib/db/normalize/sample-hash";
import { transaction } from "@/lib/db/transaction";
import { groupBy } from "@/lib/model/group-by";
import type { FlightStream } from "@/lib/model/stream";
import { type KeptAnswer, rereadAnswers } from "@/lib/sync/normalize-again/reread-answers";
import { findKeptPayloads } from "./find-kept-payloads";
import type { ReplayOutcomes } from "./replay-outcomes";

/**
 * Reads the answers of these rejects again, whole, as normalizing again does: what they say today takes the place of what is
 * stored of them, and all of their rejects that are none any more are resolved.
 */
export async function replayFlights(
  stream: FlightStream,
  rejects: readonly Replayable[],
  outcomes: ReplayOutcomes,
): Promise<void> {
  const byRun = groupBy(rejects, ({ run_id }) => run_id);
  for (const [runId, own] of byRun) {
    const answers = await findAnswers(own);
    const reread = rereadAnswers(stream, { answers, lost: [] }, await findPlaces());
    const known = new Set(own.map(({ rule, sample_hash }) => `${rule} ${sample_hash}`));
    await transaction(async (connection) => {
      const now = await databaseNow(connection);
      await replaceAnswers(connection, { stream, runId, now }, reread);
      const renamed = reread.rejects.filter(
        ({ rule, sample }) =>
          !known.has(`${rule} ${sampleHash(sample)}`) && isAskedFor(own, sample),
      );
      await writeRejects(connection, { runId, stream, now }, renamed);
      await bumpDataVersion(connection);
    });
    const readable = new Set(reread.answers.map(({ payloadId }) => payloadId));
    const still = new Set(
      reread.rejects.map(({ payloadId, sample }) => `${payloadId} ${sampleHash(sample)}`),
    );
    for (const { id, payload_id, sample_hash } of own) {
      if (!readable.has(payload_id)) outcomes.set(id, "lost");
      else outcomes.set(id, still.has(`${payload_id} ${sample_hash}`) ? "rejected" : "kept");
    }
  }
}

/** Whether it is one of these under another rule: others of its answer are in their rows already. */
const isAskedFor = (rejects: readonly Replayable[], sample: string): boolean => {
  const hash = sampleHash(sample);
  return rejects.some(({ sample_hash }) => sample_hash === hash);
};

async function findAnswers(rejects: readonly Replayable[]): Promise<KeptAnswer[]> {
  const ids = [...new Set(rejects.map(({ payload_id }) => payload_id))];
  const [{ found }, windows] = await Promise.all([
    findKeptPayloads(ids),
    findWindowsOfPayloads(ids),
  ]);
  return [...found.values()].map(({ id, hash, window: asked, answer }) => {
    const window = windows.get(id);
    return {
      payloadId: id,
      hash,
      window: window ? `${window.scope} ${window.key}` : asked,
      receivedAt: answer.receivedAt,
      body: answer.body,
    };
  });
}

import type { Collection } from "mongodb";
import type { AnswerDocument, BodyDocument } from "./mongo-documents";

const BATCH = 200;

/**
 * Removes bodies saved before `before` that no answer refers to. The age is asked again in the deleting itself: a body
 * that a saver adopts meanwhile has become young and stays.
 */
export async function sweepMongoBodies(
  bodies: Collection<BodyDocument>,
  answers: Collection<AnswerDocument>,
  before: Date,
): Promise<number> {
  const old = bodies.find({ savedAt: { $lt: before } }, { projection: { _id: 1 } });
  let removed = 0;
  let batch: string[] = [];
  const sweepBatch = async () => {
    const used = new Set(await answers.distinct("hash", { hash: { $in: batch } }));
    const orphans = batch.filter((hash) => !used.has(hash));
    batch = [];
    if (orphans.length === 0) return;
    const result = await bodies.deleteMany({ _id: { $in: orphans }, savedAt: { $lt: before } });
    removed += result.deletedCount;
  };
  for await (const { _id } of old) {
    if (batch.push(_id) === BATCH) await sweepBatch();
  }
  if (batch.length > 0) await sweepBatch();
  return removed;
}

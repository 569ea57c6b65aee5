import { Binary, MongoBulkWriteError, MongoServerError } from "mongodb";
import type { KeptAnswer } from "./kept-answer";
import type { Collections } from "./mongo-documents";
import type { PackedBody } from "./pack-body";

type Kept = { answer: KeptAnswer; body: Pick<PackedBody, "hash" | "bytes"> };

const TOUCH = { $currentDate: { savedAt: true } } as const;

/** A body that is there already is not sent again: it only becomes young, so that no sweep takes it. */
export async function keepBody({ bodies }: Collections, body: PackedBody): Promise<void> {
  const touched = await bodies.updateOne({ _id: body.hash }, TOUCH);
  if (touched.matchedCount > 0) return;
  await bodies
    .updateOne({ _id: body.hash }, toInsert(body), { upsert: true })
    // Another saver of the same body was first.
    .catch((error) =>
      isDuplicate(error) ? bodies.updateOne({ _id: body.hash }, TOUCH) : fail(error),
    );
}

/** Many bodies, each once. Those that are there become young first, so that none is swept while the others are sent. */
export async function keepBodies(
  collections: Collections,
  packed: readonly PackedBody[],
): Promise<void> {
  const { bodies } = collections;
  const wanted = new Map(packed.map((body) => [body.hash, body]));
  const among = { _id: { $in: [...wanted.keys()] } };
  await bodies.updateMany(among, TOUCH);
  const known = await bodies.find(among, { projection: { _id: 1 } }).toArray();
  for (const { _id } of known) wanted.delete(_id);
  if (wanted.size === 0) return;
  const missing = [...wanted.values()];
  const inserts = missing.map((body) => ({
    updateOne: { filter: { _id: body.hash }, update: toInsert(body), upsert: true },
  }));
  try {
    await bodies.bulkWrite(inserts, { ordered: false });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // Another saver was first with some of them.
    for (const body of missing) await keepBody(collections, body);
  }
}

export async function keepAnswer(
  { answers }: Collections,
  answer: KeptAnswer,
  body: Kept["body"],
): Promise<void> {
  await answers
    .insertOne(toDocument({ answer, body }))
    // Saved before: an id names one answer for ever.
    .catch((error) => (isDuplicate(error) ? undefined : fail(error)));
}

export async function keepAnswers({ answers }: Collections, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return;
  await answers
    .insertMany(kept.map(toDocument), { ordered: false })
    .catch((error) => (isDuplicate(error) ? undefined : fail(error)));
}

const toInsert = ({ bytes, packed }: PackedBody) => ({
  ...TOUCH,
  $setOnInsert: { bytes, storedBytes: packed.length, body: new Binary(packed) },
});

function toDocument({ answer: { id, ...rest }, body: { hash, bytes } }: Kept) {
  return { _id: id, ...rest, hash, bytes };
}

const DUPLICATE = 11000;

/** Whether nothing but duplicates stood in the way; all else was written. */
function isDuplicate(error: unknown): boolean {
  if (error instanceof MongoBulkWriteError) {
    const failures = [error.writeErrors].flat();
    return failures.length > 0 && failures.every(({ code }) => code === DUPLICATE);
  }
  return error instanceof MongoServerError && error.code === DUPLICATE;
}

function fail(error: unknown): never {
  throw error;
}

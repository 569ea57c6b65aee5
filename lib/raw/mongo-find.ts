import { z } from "zod";
import { KeptAnswer } from "./kept-answer";
import type { Collections } from "./mongo-documents";
import { damagedBody } from "./pack-body";
import type { StoredPayload } from "./payload-store";
import { toStoredPayload } from "./to-stored-payload";

const StoredAnswer = KeptAnswer.omit({ id: true }).extend({ _id: z.string(), hash: z.string() });

/** An answer with its body, checked against its hash; null when there is none. Throws when the body is missing or damaged. */
export async function findMongoPayload(
  { answers, bodies }: Collections,
  id: string,
): Promise<StoredPayload | null> {
  const found = await answers.findOne({ _id: id });
  if (!found) return null;
  const { _id, hash, ...rest } = StoredAnswer.parse(found);
  const body = await bodies.findOne({ _id: hash });
  if (body) return toStoredPayload({ id: _id, ...rest }, hash, body.body.value());
  // Removed and swept between the two reads, or damaged.
  if (!(await answers.findOne({ _id: id }))) return null;
  throw damagedBody(hash, "it is missing");
}

/** Many answers with their bodies in two reads. `damaged` are those whose body is missing or not as it was kept. */
export async function findMongoPayloads(
  { answers, bodies }: Collections,
  ids: readonly string[],
): Promise<{ found: StoredPayload[]; damaged: string[] }> {
  const kept = z
    .array(StoredAnswer)
    .parse(await answers.find({ _id: { $in: [...ids] } }).toArray());
  const hashes = [...new Set(kept.map(({ hash }) => hash))];
  const packed = new Map(
    (await bodies.find({ _id: { $in: hashes } }).toArray()).map(({ _id, body }) => [
      _id,
      body.value(),
    ]),
  );
  const damaged: string[] = [];
  const found = await Promise.all(
    kept.map(({ _id, hash, ...rest }) => {
      const body = packed.get(hash);
      const stored = body && toStoredPayload({ id: _id, ...rest }, hash, body).catch(() => null);
      return stored ?? null;
    }),
  );
  for (const [index, { _id }] of kept.entries()) if (!found[index]) damaged.push(_id);
  return { found: found.filter((payload) => payload !== null), damaged };
}

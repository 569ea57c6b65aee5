import { z } from "zod";
import { KeptAnswer } from "@/lib/raw/kept-answer";
import type { PayloadStore } from "@/lib/raw/payload-store";

/** An answer as one line. `body` is base64, and null when an earlier line holds the same body. */
const AnswerLine = KeptAnswer.extend({
  receivedAt: z.iso.datetime().transform((text) => new Date(text)),
  hash: z.string(),
  body: z.string().nullable(),
});

const STEP = 500;

/** Every answer of a store in the order of its id. Bodies are written once, like in the store. */
export async function* answerLines(store: PayloadStore): AsyncGenerator<string> {
  const written = new Set<string>();
  for await (const id of allIds(store)) {
    const payload = await store.find(id);
    if (!payload) continue; // Removed by retention since its id was listed.
    const { answer, hash, stream, window, runId } = payload;
    const { body, ...kept } = answer;
    const again = written.has(hash);
    written.add(hash);
    const packed = again ? null : Buffer.from(body).toString("base64");
    yield JSON.stringify({ id, stream, window, runId, ...kept, hash, body: packed });
  }
}

async function* allIds(store: PayloadStore): AsyncGenerator<string> {
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await store.listIds(after, STEP);
    yield* ids;
    after = ids.at(-1) ?? null;
    if (ids.length < STEP) return;
  }
}

/** Saves the answers into a store and calls `saved` with their ids from time to time. Throws when a body is not the one it was. */
export async function saveAnswerLines(
  store: PayloadStore,
  lines: AsyncIterable<string>,
  saved: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  const firstWithBody = new Map<string, string>();
  const ids: string[] = [];
  for await (const line of lines) {
    const { id, stream, window, runId, hash, body, ...kept } = AnswerLine.parse(JSON.parse(line));
    const bytes =
      body === null ? await findBody(store, firstWithBody.get(hash)) : Buffer.from(body, "base64");
    if (!bytes) throw new Error(`The answer ${id} refers to a body that the backup does not hold.`);
    const result = await store.save({
      id,
      stream,
      window,
      runId,
      answer: { ...kept, body: bytes },
    });
    if (result.hash !== hash)
      throw new Error(`The body of the answer ${id} is not the one that was saved.`);
    if (body !== null) firstWithBody.set(hash, id);
    ids.push(id);
    if (ids.length === STEP) await saved(ids.splice(0));
  }
  await saved(ids);
}

const findBody = async (store: PayloadStore, id: string | undefined) =>
  id ? (await store.find(id))?.answer.body : undefined;

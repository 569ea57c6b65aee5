import type { KeptAnswer } from "./kept-answer";
import { unpackBody } from "./pack-body";
import type { StoredPayload } from "./payload-store";

/** Puts answer and body together again. Throws when the body is not the one that was kept. */
export async function toStoredPayload(
  kept: KeptAnswer,
  hash: string,
  packed: Uint8Array,
): Promise<StoredPayload> {
  const { id, stream, window, runId, ...answer } = kept;
  const body = await unpackBody(packed, hash);
  return { id, stream, window, runId, answer: { ...answer, body }, hash, bytes: body.length };
}

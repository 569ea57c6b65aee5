import type { Payload } from "@/lib/contract/payloads";
import type { PayloadStore } from "./payload-store";

/**
 * An answer as the API shows it. A body that is not UTF-8 is shown with replacement characters and `body_is_exact`
 * false; its hash and size are always those of the bytes that were sent. Throws when the store is away or damaged.
 */
export async function findPayload(store: PayloadStore, id: string): Promise<Payload | null> {
  const found = await store.find(id);
  if (!found) return null;
  const { answer, stream, window, runId, hash, bytes } = found;
  return {
    id,
    store: store.kind,
    stream,
    window,
    run_id: runId,
    path: answer.path,
    query: { ...answer.query },
    status: answer.status,
    headers: { ...answer.headers },
    received_at: answer.receivedAt.toISOString(),
    duration_ms: answer.durationMs,
    hash,
    bytes,
    ...toText(answer.body),
  };
}

function toText(body: Uint8Array): { body: string; body_is_exact: boolean } {
  // A byte order mark is part of what was sent.
  const decode = (fatal: boolean) =>
    new TextDecoder("utf-8", { fatal, ignoreBOM: true }).decode(body);
  try {
    return { body: decode(true), body_is_exact: true };
  } catch {
    return { body: decode(false), body_is_exact: false };
  }
}

import { AppError } from "@/lib/errors";
import type { Asking } from "./asking";
import { invalidInput } from "./invalid-input";

const MAX_BYTES = 1024 * 1024;
const ARRIVES_WITHIN_MS = 10_000;

const tooLarge = (maxBytes: number) =>
  new AppError(
    "payload_too_large",
    `The body is larger than ${maxBytes} bytes. Nothing was changed.`,
    { invalidParams: [{ name: "body", reason: `must be at most ${maxBytes} bytes long` }] },
  );

/**
 * The body as text, empty without one. Reads no further than the limit, whatever Content-Length says, and waits no
 * longer than the deadline. Throws `payload_too_large`, or `validation_failed` naming `body` (late, not UTF-8).
 */
export async function readText(
  request: Pick<Asking, "headers" | "body">,
  {
    maxBytes = MAX_BYTES,
    arrivesWithinMs = ARRIVES_WITHIN_MS,
  }: { maxBytes?: number | undefined; arrivesWithinMs?: number | undefined } = {},
): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return "";
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void reader.cancel();
  }, arrivesWithinMs);
  try {
    const text = decode(await readChunks(reader, maxBytes));
    if (late) throw invalidInput([{ name: "body", reason: "did not arrive in time" }]);
    return text;
  } finally {
    clearTimeout(timer);
    await reader.cancel();
  }
}

async function readChunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(part.value);
  }
  return chunks;
}

function decode(chunks: Uint8Array[]): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw invalidInput([{ name: "body", reason: "is not UTF-8" }]);
  }
}

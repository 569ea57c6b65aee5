import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { AppError } from "@/lib/errors";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A document of MongoDB ends at 16 MiB, a packet of MySQL's usual settings too; the rest of the row must fit beside. */
export const MAX_PACKED_BYTES = 15 * 1024 * 1024;

/** A body ready to be kept: `hash` is the sha-256 in hex of the body as sent, `bytes` its length before compression. */
export type PackedBody = { hash: string; bytes: number; packed: Buffer };

/**
 * Names and compresses a body (gzip, off the main thread). Throws `payload_too_large` when it is more than 15 MiB even
 * when compressed.
 */
export async function packBody(body: Uint8Array): Promise<PackedBody> {
  const packed = await compress(body, { level: 6 });
  if (packed.length > MAX_PACKED_BYTES) {
    throw new AppError(
      "payload_too_large",
      `An answer of ${body.length} bytes is ${packed.length} bytes compressed; the raw store keeps at most ${MAX_PACKED_BYTES}. It was not kept. Ask for less at a time.`,
    );
  }
  return { hash: sha256(body), bytes: body.length, packed };
}

/** Gives the body back as it was sent. Throws when it is not the body that `hash` names: the store is damaged. */
export async function unpackBody(packed: Uint8Array, hash: string): Promise<Uint8Array> {
  let body: Buffer;
  try {
    body = await decompress(packed);
  } catch (cause) {
    throw damagedBody(hash, "it cannot be decompressed", cause);
  }
  const found = sha256(body);
  if (found !== hash) throw damagedBody(hash, `its sha-256 is ${found}`);
  return body;
}

/** For an answer whose body is not in the store, or is not the one that was kept. */
export function damagedBody(hash: string, what: string, cause?: unknown): AppError {
  return new AppError(
    "internal",
    `The raw store is damaged: the body ${hash} is not as it was kept (${what}). Nothing was changed. Restore the store from a backup.`,
    { cause },
  );
}

const sha256 = (body: Uint8Array) => createHash("sha256").update(body).digest("hex");

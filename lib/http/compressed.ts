import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);
/** Below this a packet is as full with it as without. */
const WORTH_BYTES = 1024;

/** Bodies that stand are sent again: each is compressed once, and forgotten with its answer. */
const made = new WeakMap<Buffer, Promise<Buffer>>();

/** The body as gzip, where it is worth it and `accepts` (Accept-Encoding) has it; else null. */
export function compressed(body: Buffer, accepts: string | undefined): Promise<Buffer> | null {
  if (body.byteLength < WORTH_BYTES || !accepts || !takesGzip(accepts)) return null;
  const known = made.get(body);
  if (known) return known;
  const making = compress(body);
  made.set(body, making);
  return making;
}

const takesGzip = (accepts: string): boolean =>
  accepts.split(",").some((entry) => {
    const [name = "", quality = ""] = entry.toLowerCase().split(";");
    return ["gzip", "*"].includes(name.trim()) && !/^\s*q\s*=\s*0(\.0*)?\s*$/.test(quality);
  });

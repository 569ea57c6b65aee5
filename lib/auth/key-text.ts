import { createHash, randomBytes } from "node:crypto";
import type { AskedHeaders } from "@/lib/http/asking";

const SECRET_BYTES = 32;
/** `dst_` lets a person, and whoever scans texts for secrets, see what it is. */
const FORMAT = /^dst_[\w-]{43}$/;
const SHOWN_CHARACTERS = 12;

/** A new API key: the text itself, its first characters, which may be shown, and its hash, which is kept. */
export function newKeyText(): { key: string; prefix: string; hash: string } {
  const key = `dst_${randomBytes(SECRET_BYTES).toString("base64url")}`;
  return { key, prefix: key.slice(0, SHOWN_CHARACTERS), hash: hashKey(key) };
}

/** SHA-256 in hex. The text is 256 random bits, so that a slow hash would protect nothing more. */
export const hashKey = (key: string): string => createHash("sha256").update(key).digest("hex");

/** Whether it could be a key of ours at all. */
export const isKeyText = (text: string): boolean => FORMAT.test(text);

/** What `Authorization: Bearer …` shows; null without it. Other schemes are for a proxy in front of us. */
export function findShownKey(headers: AskedHeaders): string | null {
  const found = /^bearer(?:\s+(.*))?$/i.exec(headers.get("authorization")?.trim() ?? "");
  return found && (found[1] ?? "");
}

import { createHash } from "node:crypto";

/** A weak tag of what `parts` say: equal parts, equal tag. Weak, because a proxy may compress what it names. */
export const etagOf = (...parts: readonly string[]): string =>
  `W/"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 27)}"`;

/** Whether the caller holds this version already (If-None-Match: a list, or `*`). */
export function isHeldAlready(headers: Headers, etag: string): boolean {
  const held = headers.get("if-none-match");
  if (!held) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return held.trim() === "*" || held.split(",").some((tag) => opaque(tag) === opaque(etag));
}

import { createHash } from "node:crypto";
import type { Precondition, RowVersion } from "@/lib/model/precondition";
import type { AskedHeaders } from "./asking";
import { invalidInput } from "./invalid-input";

const digest = (parts: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 27);

/** A weak tag of what `parts` say: equal parts, equal tag. Weak, because a proxy may compress what it names. */
export const etagOf = (...parts: readonly string[]): string => `W/"${digest(parts)}"`;

/**
 * The tag of one row: its id and version, which If-Match compares, and a digest of all that is shown of it, since a name
 * beside it may change without the row.
 */
export const rowEtag = ({ id, version }: RowVersion, body: string): string =>
  `W/"${id}.${version}-${digest([body])}"`;

/** Whether the caller holds this version already (If-None-Match: a list, or `*`). */
export function isHeldAlready(headers: AskedHeaders, etag: string): boolean {
  const held = headers.get("if-none-match");
  if (!held) return false;
  return held.trim() === "*" || held.split(",").some((tag) => opaque(tag) === opaque(etag));
}

/**
 * The versions that a change was made for, from If-Match. A `W/` before a tag is overlooked: proxies that compress put it
 * there. Throws `validation_failed` for what was never an ETag of a row.
 */
export function readPrecondition(headers: AskedHeaders): Precondition {
  const wanted = headers.get("if-match")?.trim();
  if (!wanted) return null;
  if (wanted === "*") return { any: true };
  return { any: false, versions: wanted.split(",").map(readRowTag) };
}

const opaque = (tag: string) => tag.trim().replace(/^W\//, "");

function readRowTag(tag: string): RowVersion {
  const [, id, version] = /^"(\d{1,15})\.(\d{1,9})-[\w-]*"$/.exec(opaque(tag)) ?? [];
  if (id !== undefined) return { id: Number(id), version: Number(version) };
  const reason = "must be the ETag of a row, as reading it answered, or *";
  throw invalidInput([{ name: "header.if-match", reason }]);
}

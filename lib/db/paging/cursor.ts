import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { KeyKind, KeyValue } from "./keyset";

/** What a cursor belongs to: it is of no use in another list, order or filter. */
export type CursorHome = { list: string; sort: string; filter: Readonly<Record<string, unknown>> };

const Packed = z.tuple([z.string()], z.union([z.string(), z.number(), z.null()]));

const INSTANT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}$/;
const fits: Record<KeyKind, (value: KeyValue) => boolean> = {
  text: (value) => value === null || typeof value === "string",
  number: (value) => value === null || typeof value === "number",
  instant: (value) =>
    value === null ||
    (typeof value === "string" && INSTANT.test(value) && !Number.isNaN(Date.parse(`${value}Z`))),
  day: (value) => z.iso.date().safeParse(value).success,
};

/** Where a page ended, as an opaque word for a URL. */
export const encodeCursor = (home: CursorHome, key: readonly KeyValue[]): string =>
  Buffer.from(JSON.stringify([hashOf(home), ...key])).toString("base64url");

/** Reads a cursor back. Throws `validation_failed` naming `query.cursor` when it is not one of this list, order and filter. */
export function decodeCursor(
  cursor: string,
  home: CursorHome,
  kinds: readonly KeyKind[],
): readonly KeyValue[] {
  const packed = Packed.safeParse(parse(cursor));
  if (!packed.success) throw wrongCursor("is not a cursor that this API gave out");
  const [hash, ...key] = packed.data;
  if (hash !== hashOf(home)) {
    throw wrongCursor("belongs to another list, sort or filter: begin again without it");
  }
  const whole =
    key.length === kinds.length && kinds.every((kind, at) => fits[kind](key[at] ?? null));
  if (!whole) throw wrongCursor("is not a cursor that this API gave out");
  return key;
}

/** The error for a cursor that cannot be followed. */
export const wrongCursor = (reason: string): AppError =>
  new AppError("validation_failed", `The cursor ${reason}.`, {
    invalidParams: [{ name: "query.cursor", reason }],
  });

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

function hashOf({ list, sort, filter }: CursorHome): string {
  const said = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([list, sort, said]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}

import { referenceList } from "@/lib/lufthansa/responses";
import type { NormalizedList } from "@/lib/normalize/normalize-list";
import type { ReferenceDefinition } from "../streams/reference-definition";

/** One kept answer of a window of a list: what was asked (`offset` counts from 1; null where one code was) and came. */
export type KeptPage = {
  payloadId: string;
  offset: number | null;
  limit: number | null;
  body: Uint8Array;
};

/** All kept answers of one window, oldest first, with the last code of the window before. */
export type KeptWindow = {
  /** Positions of a list window, both included; null for a window of one code. */
  positions: { from: number; to: number } | null;
  codeBefore: string | null;
  pages: readonly KeptPage[];
};

export type RereadList<Rec> = {
  /** What today's parser makes of the items, by their index among `items`. */
  normalized: NormalizedList<Rec>;
  items: readonly { json: unknown; payloadId: string }[];
};

/**
 * Reads the kept answers of one window of a list as if they had just come, in the order of the list: only so are twins known
 * that stand in different answers. An answer that cannot be understood any more is left out.
 */
export function rereadList<Rec>(
  { name, normalize }: ReferenceDefinition<Rec>,
  { positions, codeBefore, pages }: KeptWindow,
): RereadList<Rec> {
  const placed = new Map<number, { json: unknown; payloadId: string }>();
  for (const { payloadId, offset, limit, body } of pages) {
    const items = itemsOf(body, name);
    const first = offset ?? positions?.from ?? 1;
    // What was asked again later says the last word on a position.
    for (const [index, json] of items.slice(0, limit ?? items.length).entries()) {
      placed.set(first + index, { json, payloadId });
    }
  }
  const ordered = [...placed].sort(([one], [other]) => one - other);
  const { from, to } = positions ?? { from: 1, to: Number.POSITIVE_INFINITY };
  const items = ordered.filter(([at]) => from <= at && at <= to).map(([, item]) => item);
  const ahead = ordered.filter(([at]) => at > to).map(([, { json }]) => json);
  return {
    normalized: normalize({ items: items.map(({ json }) => json), codeBefore, ahead }),
    items,
  };
}

function itemsOf(body: Uint8Array, name: ReferenceDefinition<unknown>["name"]): unknown[] {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return referenceList(json, name)?.items ?? [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

import { REFERENCE_PATHS, referenceList } from "@/lib/lufthansa/responses";
import type { Source } from "@/lib/model/answer";
import type { ListKnowledge } from "@/lib/sync/ports";
import type { ArchiveFiles } from "./archive-files";
import type { ArchivedPage } from "./archived-answer";

type ListSource = {
  source: Source;
  /** The page that holds a position. Throws an Error when there is none. */
  pageOf(position: number): ArchivedPage;
  /** Positions that no page holds are known not to be readable. */
  knowledge: ListKnowledge;
};

/** A list as its recorded pages answer for it: who asks for some of its positions gets them out of the page that holds them. */
export function listSource(pages: readonly ArchivedPage[], files: ArchiveFiles): ListSource {
  const holders = new Map<number, ArchivedPage>();
  for (const page of pages) {
    for (let at = page.window.from; at <= page.window.to; at++) holders.set(at, page);
  }
  const last = Math.max(0, ...pages.map(({ window: { to, total } }) => Math.max(to, total ?? 0)));
  const all = Array.from({ length: last }, (_, index) => index + 1);
  const pageOf = (position: number): ArchivedPage => {
    const page = holders.get(position);
    if (page) return page;
    throw new Error(`No recorded page holds position ${position}`);
  };
  return {
    pageOf,
    knowledge: { unreadable: all.filter((at) => !holders.has(at)), totalCount: last },
    source: {
      async ask({ query }, onAttempt) {
        const [offset, limit] = [Number(query?.offset), Number(query?.limit)];
        const page = pageOf(offset);
        const body = await files.bodyOf(page.place);
        const answer = {
          path: page.path,
          query: page.query,
          status: 200,
          headers: {},
          body,
          receivedAt: page.observedAt,
          durationMs: 0,
        };
        await onAttempt({ kind: "answer", answer });
        const json: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
        return { kind: "ok", json: partOf(json, page, { offset, limit }) };
      },
    },
  };
}

/** A page as it was recorded, or an answer like it that holds only some of its records. */
function partOf(
  json: unknown,
  { stream, window }: ArchivedPage,
  { offset, limit }: { offset: number; limit: number },
): unknown {
  const list = referenceList(json, stream);
  if (!list || (offset === window.from && limit >= list.items.length)) return json;
  const [root, listKey, recordKey] = REFERENCE_PATHS[stream];
  const first = offset - window.from;
  return {
    [root]: {
      [listKey]: { [recordKey]: list.items.slice(first, first + limit) },
      Meta: { TotalCount: list.totalCount },
    },
  };
}

import { AppError } from "@/lib/errors";

/** What a list says when asked for `limit` records from position `offset`, which counts from 1. */
export type ListAnswer = ListPage | ListFailure;
type ListPage = {
  kind: "page";
  items: readonly unknown[];
  totalCount: number | null;
  payloadId: string;
};
export type ListFailure = { kind: "unreadable"; status: 404 | 500; payloadId: string };

export type AskList = (offset: number, limit: number) => Promise<ListAnswer>;

export type ListItem = { position: number; json: unknown; payloadId: string };

export type UnreadablePosition = { position: number; status: 404 | 500; payloadId: string };

/** One window of a list while it is read: what was asked for, and what is known so far. */
export type ListReader = {
  readonly from: number;
  readonly to: number;
  readonly suspects: ReadonlySet<number>;
  readonly ask: AskList;
  /** Length of the list as last heard, null when nobody has said; confirmed when an answer of this window said so. */
  total: number | null;
  totalConfirmed: boolean;
  items: ListItem[];
  unreadable: UnreadablePosition[];
  healed: number[];
  /** Whether the list answered anything yet in this window, and how many positions were judged unreadable since. */
  hasAnswered: boolean;
  judgedSince: number;
  /** How many positions were judged unreadable in a row with nothing to back the judgement. */
  unbacked: number;
};

/** The last position of the window that the list has, as far as known. */
export const lastPosition = (reader: ListReader): number =>
  Math.min(reader.to, reader.total ?? Number.POSITIVE_INFINITY);

/**
 * Learns from a page asked for at `from` that the list answers, and how long it is now. A TotalCount that is less than
 * what the page itself shows says nothing: believing it would end the list early.
 */
export function hearPage(reader: ListReader, from: number, page: ListPage): void {
  reader.hasAnswered = true;
  reader.judgedSince = 0;
  if (page.totalCount === null || page.totalCount < from + page.items.length - 1) return;
  reader.total = page.totalCount;
  reader.totalConfirmed = true;
  reader.unbacked = 0;
}

/**
 * Keeps the records of a page asked for with `limit`, and returns the position behind the last of them.
 * Throws AppError("upstream_unavailable") when a page that should hold records comes without any.
 */
export function takePage(reader: ListReader, from: number, limit: number, page: ListPage): number {
  hearPage(reader, from, page);
  const items = page.items.slice(0, limit);
  if (items.length === 0 && from <= lastPosition(reader)) {
    throw new AppError(
      "upstream_unavailable",
      `The page from position ${from} came without records although the list has ${reader.total ?? "an unknown number"}. Its answer is kept raw; the window is asked again.`,
    );
  }
  for (const [index, json] of items.entries()) {
    reader.items.push({ position: from + index, json, payloadId: page.payloadId });
  }
  return from + items.length;
}

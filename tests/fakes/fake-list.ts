import type { AskList, ListAnswer } from "@/lib/sync/list-reader";

type FakeListState = {
  totalCount: number;
  /** Unreadable positions with the status that each answers. */
  bad: ReadonlyMap<number, 404 | 500>;
};

export type FakeList = {
  ask: AskList;
  calls: { offset: number; limit: number }[];
  /** What the list is; may be changed between calls, as the real one changes. */
  state: FakeListState;
  /** Called before each answer, to change the state at a chosen call. */
  beforeAnswer: (callNumber: number) => void;
  /** Answers 500 to everything while true. */
  isDown: boolean;
};

/**
 * A reference list by the rules of the source: positions from 1 (0 means 1), at most 100 a page, 404 behind the end, and
 * the first unreadable position of a page decides its status.
 */
export function fakeList(state: FakeListState): FakeList {
  const list: FakeList = {
    state,
    calls: [],
    beforeAnswer: () => undefined,
    isDown: false,
    ask: async (offset, limit) => {
      list.calls.push({ offset, limit });
      list.beforeAnswer(list.calls.length);
      const payloadId = `payload-${list.calls.length}`;
      return list.isDown
        ? { kind: "unreadable", status: 500, payloadId }
        : answer(list.state, { offset, limit, payloadId });
    },
  };
  return list;
}

function answer(
  { totalCount, bad }: FakeListState,
  { offset, limit, payloadId }: { offset: number; limit: number; payloadId: string },
): ListAnswer {
  const from = Math.max(1, offset);
  const to = Math.min(from + Math.min(limit, 100) - 1, totalCount);
  if (from > totalCount) return { kind: "unreadable", status: 404, payloadId };
  const items: string[] = [];
  for (let position = from; position <= to; position++) {
    const status = bad.get(position);
    if (status) return { kind: "unreadable", status, payloadId };
    items.push(`record ${position}`);
  }
  return { kind: "page", items, totalCount, payloadId };
}

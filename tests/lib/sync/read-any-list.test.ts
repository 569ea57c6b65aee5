import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crawlList } from "../../fakes/crawl-list";
import { fakeList } from "../../fakes/fake-list";

type Status = 404 | 500;

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const positions = (totalCount: number, share: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: totalCount }), {
    maxLength: Math.ceil(totalCount * share),
  });

/** A list of any length with any unreadable positions. */
const anyList = fc.integer({ min: 1, max: 900 }).chain((totalCount) =>
  fc.record({
    totalCount: fc.constant(totalCount),
    bad: positions(totalCount, 0.1).chain((places) =>
      fc
        .array(fc.constantFrom<Status>(404, 500), {
          minLength: places.length,
          maxLength: places.length,
        })
        .map((statuses) => new Map(places.map((place, index) => [place, statuses[index] ?? 404]))),
    ),
    suspects: positions(totalCount + 20, 0.05),
  }),
);

/** A list whose first 3 positions are all unreadable cannot be told from an outage or an empty list. */
const hasReadableStart = ({ totalCount, bad }: { totalCount: number; bad: Map<number, Status> }) =>
  range(1, Math.min(3, totalCount)).some((position) => !bad.has(position));

describe("lists that such tests once failed on", () => {
  const notFound = (...positions: number[]) =>
    new Map(positions.map((position): [number, Status] => [position, 404]));

  test("the first positions are known to be unreadable, the length is not: the rest is read", async () => {
    const list = fakeList({ totalCount: 3, bad: notFound(1) });
    const crawl = await crawlList(list, { totalCount: null, suspects: [1, 2] });
    expect(crawl.read).toEqual([2, 3]);
  });

  test("a list that shrinks while a page is narrowed: its new last position is not blamed", async () => {
    const list = fakeList({ totalCount: 634, bad: notFound(13, 92) });
    list.beforeAnswer = (call) => {
      if (call === 9) list.state = { ...list.state, totalCount: 80 };
    };
    const crawl = await crawlList(list, { totalCount: 634, suspects: [] });
    expect(crawl.read.at(-1)).toBe(80);
    expect(crawl.unreadable.map(({ position }) => position)).toEqual([13]);
  });

  test.each([
    {
      name: "its beginning could not be read",
      total: 28,
      bad: [1, 13],
      suspects: [],
      later: 2,
      at: 10,
    },
    { name: "its beginning has healed", total: 96, bad: [3], suspects: [19, 1], later: 1, at: 8 },
  ])("a list that shrinks to almost nothing is no outage where $name", async (given) => {
    const list = fakeList({ totalCount: given.total, bad: notFound(...given.bad) });
    list.beforeAnswer = (call) => {
      if (call === given.at) list.state = { ...list.state, totalCount: given.later };
    };
    const crawl = await crawlList(list, { totalCount: given.total, suspects: given.suspects });
    expect(crawl.totalCount).toBe(given.later);
    const wrong = crawl.unreadable.filter(({ position }) => position <= given.later);
    expect(wrong.map(({ position }) => position)).toEqual(
      given.bad.filter((one) => one <= given.later),
    );
  });
});

describe("any list", () => {
  test("every readable position is read once, every unreadable one is found, in bounded calls", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyList.filter(hasReadableStart),
        fc.boolean(),
        async ({ totalCount, bad, suspects }, isTotalKnown) => {
          const list = fakeList({ totalCount, bad });
          const crawl = await crawlList(list, {
            totalCount: isTotalKnown ? totalCount : null,
            suspects,
          });
          const readable = range(1, totalCount).filter((position) => !bad.has(position));
          expect(crawl.read).toEqual(readable);
          expect(new Map(crawl.unreadable.map((one) => [one.position, one.status]))).toEqual(
            new Map([...bad].sort(([one], [other]) => one - other)),
          );
          expect(crawl.healed.every((position) => suspects.includes(position))).toBe(true);
          expect(crawl.calls).toBeLessThanOrEqual(mostCalls({ crawl, bad, suspects }));
          const longest = Math.max(...list.calls.map(({ limit }) => limit));
          expect(longest).toBeLessThanOrEqual(100);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a list that grows or shrinks between calls is read to its new end", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyList.filter(hasReadableStart),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 2, max: 12 }),
        async ({ totalCount, bad, suspects }, later, changeAt) => {
          const list = fakeList({ totalCount, bad });
          list.beforeAnswer = (call) => {
            if (call === changeAt) list.state = { totalCount: later, bad };
          };
          fc.pre(hasReadableStart({ totalCount: later, bad }));
          const crawl = await crawlList(list, { totalCount, suspects });
          fc.pre(list.calls.length >= changeAt + 1);
          const unread = range(1, Math.min(totalCount, later)).filter(
            (position) => !bad.has(position) && !crawl.read.includes(position),
          );
          expect(unread).toEqual([]);
          expect(new Set(crawl.read).size).toBe(crawl.read.length);
          expect(
            crawl.unreadable.every(({ position }) => bad.has(position) || position > later),
          ).toBe(true);
          const windows = crawl.windows.length + Math.abs(later - totalCount);
          expect(crawl.calls).toBeLessThanOrEqual(
            mostCalls({ crawl, bad, suspects }) + 12 * windows,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

/**
 * A page a window and one behind each position asked or found; a suspect is 1 call; a new unreadable position costs the
 * failed page, 7 halvings of 100, one to confirm and 2 control questions.
 */
function mostCalls({
  crawl,
  bad,
  suspects,
}: {
  crawl: { windows: readonly unknown[] };
  bad: ReadonlyMap<number, Status>;
  suspects: readonly number[];
}): number {
  const found = [...bad.keys()].filter((position) => !suspects.includes(position)).length;
  return crawl.windows.length + 2 * suspects.length + found * (1 + 7 + 1 + 2);
}

import { describe, expect, test } from "vitest";
import { readWindow } from "@/lib/sync/read-window";
import { fakeList } from "../../fakes/fake-list";

type Status = 404 | 500;

const badOf = (entries: Record<number, Status>) =>
  new Map(Object.entries(entries).map(([position, status]) => [Number(position), status]));

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const windowOf = (
  list: ReturnType<typeof fakeList>,
  window: { from: number; to: number; totalCount?: number | null; suspects?: number[] },
) =>
  readWindow({
    from: window.from,
    to: window.to,
    totalCount: window.totalCount === undefined ? list.state.totalCount : window.totalCount,
    suspects: new Set(window.suspects),
    ask: list.ask,
  });

describe("one window", () => {
  test("a page without unreadable positions is one call", async () => {
    const list = fakeList({ totalCount: 250, bad: badOf({}) });
    const reading = await windowOf(list, { from: 101, to: 200 });
    expect(list.calls).toEqual([{ offset: 101, limit: 100 }]);
    expect(reading.items.map(({ position }) => position)).toEqual(range(101, 200));
    expect(reading.items[0]).toEqual({ position: 101, json: "record 101", payloadId: "payload-1" });
  });

  test("an unreadable position is found by halving, with the status that is its own", async () => {
    const list = fakeList({ totalCount: 300, bad: badOf({ 137: 404, 180: 500 }) });
    const reading = await windowOf(list, { from: 101, to: 200 });
    expect(reading.unreadable).toMatchObject([
      { position: 137, status: 404 },
      { position: 180, status: 500 },
    ]);
    expect(reading.items).toHaveLength(98);
    expect(list.calls.length).toBeLessThanOrEqual(2 * 9 + 1);
  });

  test("a suspect is asked by itself, and what healed is read", async () => {
    const list = fakeList({ totalCount: 300, bad: badOf({ 150: 500 }) });
    const reading = await windowOf(list, { from: 120, to: 200, suspects: [120, 150] });
    expect(reading).toMatchObject({ healed: [120], unreadable: [{ position: 150, status: 500 }] });
    expect(reading.items).toHaveLength(80);
    expect(list.calls).toEqual([
      { offset: 120, limit: 1 },
      { offset: 121, limit: 29 },
      { offset: 150, limit: 1 },
      { offset: 151, limit: 50 },
    ]);
  });

  test("one passing failure of a whole page costs no record", async () => {
    const list = fakeList({ totalCount: 300, bad: badOf({}) });
    list.beforeAnswer = (call) => {
      list.isDown = call === 1;
    };
    const reading = await windowOf(list, { from: 101, to: 200 });
    expect(reading.unreadable).toEqual([]);
    expect(reading.items.map(({ position }) => position)).toEqual(range(101, 200));
  });

  test("a window behind the end of a list that became shorter is empty, and says how long the list is", async () => {
    const list = fakeList({ totalCount: 250, bad: badOf({}) });
    const reading = await windowOf(list, { from: 301, to: 400, totalCount: 420 });
    expect(reading).toMatchObject({ items: [], unreadable: [], totalCount: 250 });
    expect(list.calls.length).toBeLessThanOrEqual(10);
  });

  test("a window that the list is known to end before is not asked at all", async () => {
    const list = fakeList({ totalCount: 250, bad: badOf({}) });
    await windowOf(list, { from: 301, to: 400, totalCount: 250 });
    expect(list.calls).toEqual([]);
  });

  test("a source that sends more than it was asked for is read only as far as asked", async () => {
    const list = fakeList({ totalCount: 300, bad: badOf({}) });
    const ask: typeof list.ask = (offset) => list.ask(offset, 100);
    const reading = await windowOf({ ...list, ask }, { from: 101, to: 140 });
    expect(reading.items.map(({ position }) => position)).toEqual(range(101, 140));
  });

  test("a page that should hold records and is empty is an error, not the end", async () => {
    const ask = async () =>
      ({ kind: "page", items: [], totalCount: 500, payloadId: "payload" }) as const;
    const window = { from: 101, to: 200, totalCount: 500, suspects: new Set<number>(), ask };
    await expect(readWindow(window)).rejects.toMatchObject({ code: "upstream_unavailable" });
  });
});

describe("what looks like unreadable records and is not", () => {
  test("an outage is an error after few calls, and records nothing", async () => {
    const list = fakeList({ totalCount: 500, bad: badOf({}) });
    list.isDown = true;
    await expect(windowOf(list, { from: 101, to: 200 })).rejects.toMatchObject({
      code: "upstream_unavailable",
    });
    expect(list.calls.length).toBeLessThanOrEqual(10);
  });

  test("an outage that begins within a window is one too", async () => {
    const list = fakeList({ totalCount: 500, bad: badOf({ 110: 404 }) });
    list.beforeAnswer = (call) => {
      list.isDown = call > 4;
    };
    await expect(windowOf(list, { from: 101, to: 200 })).rejects.toMatchObject({
      code: "upstream_unavailable",
    });
    expect(list.calls.length).toBeLessThanOrEqual(27);
  });

  test("an outage from the first call of a first crawl ends too", async () => {
    const list = fakeList({ totalCount: 500, bad: badOf({}) });
    list.isDown = true;
    await expect(windowOf(list, { from: 1, to: 100, totalCount: null })).rejects.toMatchObject({
      code: "upstream_unavailable",
    });
    expect(list.calls.length).toBeLessThanOrEqual(26);
  });

  test("unreadable neighbours are no outage where the list answers elsewhere", async () => {
    const neighbours = badOf({ 101: 500, 102: 500, 103: 500, 104: 500, 105: 500 });
    const list = fakeList({ totalCount: 500, bad: neighbours });
    const reading = await windowOf(list, { from: 101, to: 200 });
    expect(reading.unreadable.map(({ position }) => position)).toEqual(range(101, 105));
  });

  test("a TotalCount that is less than what the page shows does not end the list", async () => {
    const list = fakeList({ totalCount: 250, bad: badOf({}) });
    const ask: typeof list.ask = async (offset, limit) => {
      const answer = await list.ask(offset, limit);
      return answer.kind === "page" ? { ...answer, totalCount: answer.items.length } : answer;
    };
    const reading = await windowOf({ ...list, ask }, { from: 101, to: 200, totalCount: 250 });
    expect(reading).toMatchObject({ totalCount: 250, totalConfirmed: false });
    expect(reading.items).toHaveLength(100);
  });

  test("an empty list ends in few calls", async () => {
    const list = fakeList({ totalCount: 0, bad: badOf({}) });
    const reading = await windowOf(list, { from: 1, to: 100, totalCount: null });
    expect(reading).toMatchObject({ items: [], unreadable: [], totalCount: 0 });
    expect(list.calls.length).toBeLessThanOrEqual(26);
  });

  test("a list that was long and answers 404 everywhere is an error, not empty", async () => {
    const list = fakeList({ totalCount: 0, bad: badOf({}) });
    const window = { from: 1, to: 100, totalCount: 500 };
    await expect(windowOf(list, window)).rejects.toMatchObject({ code: "upstream_unavailable" });
  });

  test("where no answer tells the length, a list ends where it stops answering", async () => {
    const list = fakeList({ totalCount: 200, bad: badOf({}) });
    const silent = { ...list, ask: withoutTotal(list) };
    const reading = await windowOf(silent, { from: 201, to: 300, totalCount: null });
    expect(reading).toMatchObject({ items: [], unreadable: [], totalCount: 200 });
    expect(list.calls.length).toBeLessThanOrEqual(28);
  });
});

const withoutTotal =
  (list: ReturnType<typeof fakeList>): ReturnType<typeof fakeList>["ask"] =>
  async (offset, limit) => {
    const answer = await list.ask(offset, limit);
    return answer.kind === "page" ? { ...answer, totalCount: null } : answer;
  };

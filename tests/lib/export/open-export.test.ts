import { setImmediate as turn } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MOST_EXPORTS, takeExportPlace } from "@/lib/export/export-places";
import { openExport } from "@/lib/export/open-export";

/** A database that gives one row at a time, and notes what it was asked and when it was left. */
function source({ rows = 1000, failAt = Number.POSITIVE_INFINITY } = {}) {
  const seen = { read: 0, left: 0, aborted: false };
  async function* read(signal: AbortSignal): AsyncGenerator<number[]> {
    try {
      for (let row = 1; row <= rows; row += 1) {
        await turn();
        if (row >= failAt) throw new Error("the database went");
        signal.throwIfAborted();
        seen.read = row;
        yield [row];
      }
    } finally {
      seen.left += 1;
      seen.aborted = signal.aborted;
    }
  }
  return { seen, read };
}

async function* write(rows: AsyncIterable<number[]>): AsyncGenerator<Uint8Array> {
  for await (const [row = 0] of rows) yield Uint8Array.of(row % 256);
}

function open(from: ReturnType<typeof source>, { idleMs = 60_000 } = {}) {
  const gone = new AbortController();
  const broken: unknown[] = [];
  const onBreak = (error: unknown) => broken.push(error);
  const stream = openExport({ read: from.read, write, signal: gone.signal, onBreak, idleMs });
  return { gone, broken, stream };
}

/** How many exports could begin now. */
function freePlaces(): number {
  const taken: (() => void)[] = [];
  try {
    for (;;) taken.push(takeExportPlace());
  } catch {
    return taken.length;
  } finally {
    for (const leave of taken) leave();
  }
}

afterEach(() => {
  vi.useRealTimers();
  expect(freePlaces()).toBe(MOST_EXPORTS);
});

describe("an export", () => {
  it("gives all bytes and lets go", async () => {
    const from = source({ rows: 3 });
    const { stream, broken } = open(from);
    const bytes = await new Response(await stream).bytes();
    expect([...bytes]).toEqual([1, 2, 3]);
    expect(from.seen).toMatchObject({ read: 3, left: 1 });
    expect(broken).toEqual([]);
  });

  it("is empty where nothing matches", async () => {
    expect(await new Response(await open(source({ rows: 0 })).stream).text()).toBe("");
  });

  it("reads no further than is taken", async () => {
    const from = source();
    const reader = (await open(from).stream).getReader();
    await reader.read();
    await reader.read();
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(from.seen.read).toBe(2);
    await reader.cancel();
    expect(from.seen.left).toBe(1);
  });

  it("throws what is wrong before the first row, and lets go", async () => {
    const from = source({ failAt: 1 });
    await expect(open(from).stream).rejects.toThrow("the database went");
    expect(from.seen.left).toBe(1);
  });

  it("errs where reading breaks off later, and says so", async () => {
    const from = source({ failAt: 3 });
    const { stream, broken } = open(from);
    await expect(new Response(await stream).bytes()).rejects.toThrow("the database went");
    expect(broken).toEqual([new Error("the database went")]);
    expect(from.seen.left).toBe(1);
  });

  it("ends with the caller, also while nobody reads, and that is no failure", async () => {
    const from = source();
    const { stream, gone, broken } = open(from);
    const reader = (await stream).getReader();
    await reader.read();
    gone.abort();
    await vi.waitFor(() => expect(from.seen).toMatchObject({ left: 1, aborted: true }));
    await expect(reader.read()).rejects.toThrow();
    expect(broken).toEqual([]);
  });

  it("ends where the caller went before the first byte", async () => {
    const from = source();
    const { stream, gone } = open(from);
    gone.abort();
    await stream
      .then((opened) => expect(opened.getReader().read()).rejects.toThrow())
      .catch(() => {});
    await vi.waitFor(() => expect(from.seen.left).toBe(1));
  });

  it("ends where nobody takes the next piece, and starts counting anew with each", async () => {
    const from = source();
    const { stream, broken } = open(from, { idleMs: 1000 });
    const reader = (await stream).getReader();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await reader.read();
    vi.advanceTimersByTime(999);
    await reader.read();
    vi.advanceTimersByTime(999);
    expect(broken).toEqual([]);
    vi.advanceTimersByTime(1);
    await expect(reader.read()).rejects.toThrow("took nothing");
    expect(from.seen.left).toBe(1);
    expect(broken).toHaveLength(1);
  });
});

it("is refused where as many are open as may be, and told when to come back", async () => {
  const opened = await Promise.all(
    Array.from({ length: MOST_EXPORTS }, () => open(source()).stream),
  );
  await expect(open(source()).stream).rejects.toMatchObject({
    code: "rate_limited",
    retryAfterSeconds: expect.any(Number),
  });
  await opened[0]?.cancel();
  await (await open(source()).stream).cancel();
  await Promise.all(opened.slice(1).map((stream) => stream.cancel()));
});

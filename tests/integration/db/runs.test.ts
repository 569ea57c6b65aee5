import { afterEach, describe, expect, it } from "vitest";
import type { RunQuery } from "@/lib/contract/sync";
import { execute } from "@/lib/db/execute";
import { pool } from "@/lib/db/pool";
import { cancelRun } from "@/lib/db/runs/cancel-run";
import { findLastRuns } from "@/lib/db/runs/find-last-runs";
import { findRuns } from "@/lib/db/runs/find-runs";
import { hasRun } from "@/lib/db/runs/has-run";
import { nextQueuedRun } from "@/lib/db/runs/next-queued-run";
import { type RunRequest, requestRun } from "@/lib/db/runs/request-run";
import { LIST_SCOPE, STREAMS } from "@/lib/model/stream";
import { testDatabase } from "../../servers/test-database";
import { airport, airportLedger, begunRun, endLease, loadedWith, queuedRun } from "./sync-fixture";

testDatabase();

const waitUntil = (runId: string, until: Date | null) =>
  execute("UPDATE sync_runs SET waiting_until = ? WHERE id = ?", [until, runId]);
afterEach(() => execute("DELETE FROM sync_runs"));

const wish: RunRequest = {
  stream: "cities",
  scope: LIST_SCOPE,
  trigger: "person",
  requestedBy: "ada@example.org",
};
const listed = (query: Partial<RunQuery> = {}) => findRuns({ skip: 0, limit: 100, ...query });

describe("requestRun", () => {
  it("makes one run of ten requests at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => requestRun(wish)));
    expect(new Set(answers.map(({ run }) => run.id)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect((await listed()).total).toBe(1);
    expect(await hasRun("cities", LIST_SCOPE)).toBe(true);
  });

  it("makes another for another scope, and for the same one when the first has ended or is being cancelled", async () => {
    const { run } = await requestRun(wish);
    const codes = { kind: "codes", codes: ["MUC", "FRA", "MUC"] } as const;
    expect((await requestRun({ ...wish, scope: codes })).run.scope).toBe("FRA,MUC");
    await airportLedger("x")
      .claim(run.id)
      .catch(() => undefined);
    await cancelRun(run.id);
    const next = await requestRun(wish);
    expect(next).toMatchObject({ created: true, run: { status: "queued", trigger: "person" } });
    expect(next.run.id > run.id).toBe(true);
  });

  it("moves an open run up when somebody is in a hurry, never down", async () => {
    const slow = await requestRun({ ...wish, priority: 200 });
    const other = await queuedRun(150);
    expect(await nextQueuedRun({ tasks: ["collect"] })).toBe(other);
    expect(await requestRun({ ...wish, priority: 50 })).toMatchObject({ created: false });
    await requestRun({ ...wish, priority: 300 });
    expect(await nextQueuedRun({ tasks: ["collect"] })).toBe(slow.run.id);
  });
});

describe("nextQueuedRun", () => {
  it("goes by priority, then age, and leaves alone what is held or waits", async () => {
    expect(await nextQueuedRun({ tasks: ["collect"] })).toBeNull();
    const [first, second, urgent] = [await queuedRun(), await queuedRun(), await queuedRun(10)];
    expect(await nextQueuedRun({ tasks: ["collect"] })).toBe(urgent);
    await airportLedger().claim(urgent);
    expect(await nextQueuedRun({ tasks: ["collect"] })).toBe(first);
    await airportLedger().claim(first);
    await waitUntil(first, new Date(Date.now() + 60_000));
    await endLease(first);
    expect(await nextQueuedRun({ tasks: ["collect"] })).toBe(second);
    await waitUntil(first, null);
    expect(await nextQueuedRun({ tasks: ["collect"] })).toBe(first);
  });

  it("takes up a run whose worker is known to be dead before its lease is over", async () => {
    const id = await queuedRun();
    await airportLedger("dead").claim(id);
    const isOwnerDead = (owner: string) => owner === "dead";
    expect(await nextQueuedRun({ tasks: ["collect"] })).toBeNull();
    expect(await nextQueuedRun({ tasks: ["collect"], isOwnerDead })).toBe(id);
    expect(await airportLedger("two").claim(id)).toBeNull();
    expect(await airportLedger("two", isOwnerDead).claim(id)).toMatchObject({ id });
  });
});

describe("findRuns", () => {
  it("walks newest first, filters, and sums a whole page with one statement", async () => {
    expect(await hasRun("airports", LIST_SCOPE)).toBe(false);
    for (const code of ["AAA", "BBB", "CCC"]) {
      const { ledger, runId, window } = await begunRun("1", "2");
      await ledger.load(runId, window, loadedWith([airport(code)]));
    }
    await queuedRun();
    const all = await listed();
    expect(all.items.map(({ status, fetched }) => [status, fetched])).toEqual([
      ["queued", 0],
      ["running", 1],
      ["running", 1],
      ["running", 1],
    ]);
    expect((await listed({ status: "running" })).total).toBe(3);
    expect((await listed({ stream: "cities" })).total).toBe(0);

    const first = await listed({ limit: 3 });
    expect(first.next).not.toBeNull();
    const second = await listed({ limit: 3, cursor: first.next ?? "" });
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(second.next).toBeNull();
  });

  it("asks the database as often for ten runs as for one", async () => {
    const ask = async (limit: number) => {
      const connection = pool();
      const original = connection.query.bind(connection);
      let asked = 0;
      // The driver's overloads cannot be written as one function: the wrapper hands everything on as it came.
      connection.query = ((...args: Parameters<typeof original>) => {
        asked += 1;
        return original(...args);
      }) as typeof connection.query;
      await listed({ limit });
      connection.query = original;
      return asked;
    };
    // More than either page holds, so that both have to count.
    for (let made = 0; made < 12; made += 1) await begunRun();
    expect(await ask(10)).toBe(await ask(1));
  });
});

describe("findLastRuns", () => {
  it("tells each stream's newest run and when its list was last whole", async () => {
    const { ledger, runId, window } = await begunRun();
    await ledger.load(runId, window, loadedWith([airport("FRA")]));
    await ledger.finish(runId, { cancelled: false, refused: null, givenUp: null });
    const codesOnly = (await findLastRuns()).find(({ stream }) => stream === "airports");
    expect(codesOnly).toMatchObject({ last_run_id: runId, last_status: "complete" });
    expect(codesOnly?.last_complete_at).toBeNull();

    await execute("UPDATE sync_runs SET scope = 'list' WHERE id = ?", [runId]);
    const newer = await queuedRun();
    const streams = await findLastRuns();
    expect(streams).toHaveLength(STREAMS.length);
    expect(streams.find(({ stream }) => stream === "airports")).toEqual({
      stream: "airports",
      last_run_id: newer,
      last_status: "queued",
      last_finished_at: expect.any(String),
      last_complete_at: expect.any(String),
    });
    expect(streams.find(({ stream }) => stream === "cities")?.last_run_id).toBeNull();
  });
});

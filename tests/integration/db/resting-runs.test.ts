import { afterEach, describe, expect, it } from "vitest";
import { execute } from "@/lib/db/execute";
import { cancelRun } from "@/lib/db/runs/cancel-run";
import { getRun } from "@/lib/db/runs/get-run";
import { isOutranked } from "@/lib/db/runs/is-outranked";
import { nextQueuedRun } from "@/lib/db/runs/next-queued-run";
import { pauseRun } from "@/lib/db/runs/pause-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { resumeRun } from "@/lib/db/runs/resume-run";
import { LIST_SCOPE } from "@/lib/model/stream";
import { testDatabase } from "../../servers/test-database";
import {
  airport,
  airportLedger,
  begunRun,
  endLease,
  loadedWith,
  plannedWindows,
  queuedRun,
} from "./sync-fixture";

testDatabase();
afterEach(() => execute("DELETE FROM sync_runs"));

const next = () => nextQueuedRun({ tasks: ["collect", "backfill"] });
const waitUntil = (id: string, until: Date) =>
  execute("UPDATE sync_runs SET waiting_until = ? WHERE id = ?", [until, id]);

describe("a paused run", () => {
  it("is not taken up, and is the next one again when it is resumed", async () => {
    const id = await queuedRun();
    expect((await pauseRun(id)).paused_at).not.toBeNull();
    expect(await next()).toBeNull();
    expect((await resumeRun(id)).paused_at).toBeNull();
    expect(await next()).toBe(id);
  });

  it("cannot be an import, which nobody but its command works on", async () => {
    const { run } = await requestRun({
      stream: "airports",
      scope: LIST_SCOPE,
      task: "import",
      trigger: "command",
      requestedBy: null,
    });
    await expect(pauseRun(run.id)).rejects.toThrow(/stop it there/);
  });

  it("tells its worker, which gives it back with its plan and all that was answered", async () => {
    const { ledger, runId, window } = await begunRun("1", "2");
    await ledger.load(runId, window, loadedWith([airport("AAA")]));
    await pauseRun(runId);
    expect(await ledger.claim(runId)).toMatchObject({ paused: true, cancelRequested: false });
    await ledger.release(runId);
    expect(await getRun(runId)).toMatchObject({
      status: "queued",
      windows_planned: 2,
      windows_done: 1,
    });

    await resumeRun(runId);
    expect(await next()).toBe(runId);
    const other = airportLedger("another");
    expect(await other.claim(runId)).toMatchObject({ paused: false });
    expect(await other.plan(runId, plannedWindows("9"), null)).toBe(2);
    expect(await other.next(runId)).toMatchObject({ key: "2" });
  });

  it("that is cancelled while its worker gives it back, or dies, is taken up to be closed", async () => {
    const { ledger, runId } = await begunRun("1");
    await pauseRun(runId);
    expect(await ledger.claim(runId)).toMatchObject({ paused: true });
    expect(await cancelRun(runId)).toMatchObject({ status: "running", cancel_requested: true });
    await ledger.release(runId);
    expect(await next()).toBe(runId);
    expect(await airportLedger("another").claim(runId)).toMatchObject({ cancelRequested: true });
    await endLease(runId);
    expect(await next()).toBe(runId);
  });

  it("keeps the time since when it rests, however often it is paused", async () => {
    const id = await queuedRun();
    const { paused_at } = await pauseRun(id);
    expect((await pauseRun(id)).paused_at).toBe(paused_at);
  });

  it("is cancelled at once, also when it waited for the quota or its worker died", async () => {
    const { ledger, runId } = await begunRun("1");
    await pauseRun(runId);
    await ledger.release(runId);
    expect(await cancelRun(runId)).toMatchObject({
      status: "cancelled",
      message: "Cancelled while nobody worked on it. What had been answered is kept.",
    });
    for (const rest of [(id: string) => waitUntil(id, new Date(Date.now() + 60_000)), endLease]) {
      const { runId: id } = await begunRun("1");
      await pauseRun(id);
      await rest(id);
      expect((await cancelRun(id)).status).toBe("cancelled");
    }
  });

  it("cannot be one that has ended or is being cancelled", async () => {
    const { runId } = await begunRun("1");
    await cancelRun(runId);
    await expect(pauseRun(runId)).rejects.toMatchObject({ code: "conflict" });
    const ended = await queuedRun();
    await cancelRun(ended);
    await expect(pauseRun(ended)).rejects.toMatchObject({ code: "conflict" });
    await expect(resumeRun(ended)).rejects.toMatchObject({ code: "conflict" });
    const nobody = "01900000-0000-7000-8000-00000000dead";
    await expect(pauseRun(nobody)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("isOutranked", () => {
  it("when a run that goes before it waits for a worker", async () => {
    const backfill = await queuedRun(200);
    expect(await isOutranked(backfill)).toBe(false);
    const same = await queuedRun(200);
    expect(await isOutranked(same)).toBe(false);
    const live = await queuedRun(50);
    expect(await isOutranked(backfill)).toBe(true);
    expect(await isOutranked(live)).toBe(false);
  });

  it("not by a run that somebody works on, that rests or that waits for the quota", async () => {
    const backfill = await queuedRun(200);
    const live = await queuedRun(50);
    await airportLedger().claim(live);
    expect(await isOutranked(backfill)).toBe(false);
    await airportLedger().release(live);
    expect(await isOutranked(backfill)).toBe(true);
    await pauseRun(live);
    expect(await isOutranked(backfill)).toBe(false);
    await resumeRun(live);
    await waitUntil(live, new Date(Date.now() + 60_000));
    expect(await isOutranked(backfill)).toBe(false);
  });

  it("not by an import: the command that reads the files works on it", async () => {
    const backfill = await queuedRun(200);
    const wish = { stream: "cities", scope: LIST_SCOPE, trigger: "command" } as const;
    await requestRun({ ...wish, requestedBy: null, task: "import", priority: 50 });
    expect(await isOutranked(backfill)).toBe(false);
  });
});

describe("what a plan leaves out", () => {
  const note = "Not asked: 3 windows before the days that the source still serves.";

  it("stays with a run that has nothing else to say", async () => {
    const ledger = airportLedger();
    const runId = await queuedRun();
    await ledger.claim(runId);
    await ledger.plan(runId, [], note);
    await ledger.finish(runId, { cancelled: false, refused: null, givenUp: null });
    expect(await getRun(runId)).toMatchObject({ status: "complete", message: note });
  });

  it("gives way to what went wrong, and to nothing that a later plan says", async () => {
    const ledger = airportLedger();
    const runId = await queuedRun();
    await ledger.claim(runId);
    await ledger.plan(runId, plannedWindows("1"), note);
    await ledger.plan(runId, plannedWindows("1"), "Something else.");
    expect((await getRun(runId)).message).toBe(note);
    await ledger.next(runId);
    expect(await ledger.fail(runId, "It is down.")).toEqual({ scope: "list", key: "1" });
    expect(await ledger.fail(runId, "It is down.")).toEqual({ scope: "list", key: "1" });
    await ledger.finish(runId, { cancelled: false, refused: null, givenUp: null });
    expect((await getRun(runId)).message).toBe("1 of 1 windows failed: 1 (It is down.)");
  });
});

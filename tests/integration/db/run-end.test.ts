import { describe, expect, it } from "vitest";
import { cancelRun } from "@/lib/db/runs/cancel-run";
import { getRun } from "@/lib/db/runs/get-run";
import { testDatabase } from "../../servers/test-database";
import { airport, begunRun, loadedWith, PAYLOAD, queuedRun, snapshot } from "./sync-fixture";

testDatabase();

describe("cancelRun", () => {
  it("closes a queued run at once, and refuses one that has ended or never was", async () => {
    const id = await queuedRun();
    expect(await cancelRun(id)).toMatchObject({ status: "cancelled", cancel_requested: true });
    await expect(cancelRun(id)).rejects.toMatchObject({ code: "conflict" });
    await expect(cancelRun(PAYLOAD)).rejects.toMatchObject({ code: "not_found" });
    await expect(getRun(PAYLOAD)).rejects.toMatchObject({ code: "not_found" });
  });

  it("tells a running one by its flag, and the worker closes it", async () => {
    const { ledger, runId } = await begunRun("1-100", "101-200");
    expect(await cancelRun(runId)).toMatchObject({ status: "running", cancel_requested: true });
    expect(await ledger.claim(runId)).toMatchObject({ cancelRequested: true });
    const end = { cancelled: true, refused: null, givenUp: null };
    expect(await ledger.finish(runId, end)).toBe("cancelled");
    expect(await getRun(runId)).toMatchObject({
      status: "cancelled",
      message: "Cancelled: 0 of 2 windows had been answered and are kept.",
      windows_failed: 0,
    });
  });

  it("closes a waiting one, so that its worker finds nothing more to do", async () => {
    const { ledger, runId } = await begunRun();
    await ledger.wait(runId, new Date(Date.now() + 3_600_000));
    expect((await getRun(runId)).waiting_until).not.toBeNull();
    expect(await cancelRun(runId)).toMatchObject({ status: "cancelled", waiting_until: null });
    expect(await ledger.next(runId)).toBeNull();
    expect(await ledger.claim(runId)).toMatchObject({ status: "cancelled" });
    expect(await ledger.finish(runId, { cancelled: false, refused: null, givenUp: null })).toBe(
      "cancelled",
    );
  });
});

describe("a run's end", () => {
  const goOn = { cancelled: false, refused: null, givenUp: null };

  it("is complete when every window was answered, unreadable positions or not", async () => {
    const { ledger, runId, window } = await begunRun();
    const unreadable = [{ position: 3, status: 500, payloadId: PAYLOAD }] as const;
    await ledger.load(
      runId,
      window,
      loadedWith([airport("FRA")], { state: "partial", unreadable }),
    );
    expect(await ledger.next(runId)).toBeNull();
    expect(await ledger.finish(runId, goOn)).toBe("complete");
    expect(await ledger.finish(runId, { cancelled: true, refused: "late", givenUp: null })).toBe(
      "complete",
    );
    const run = await getRun(runId);
    expect(run).toMatchObject({
      status: "complete",
      message: null,
      windows_done: 1,
      unreadable: 1,
    });
    expect(run.duration_ms).toBeGreaterThanOrEqual(0);
  });

  it("is partial when some failed, and names them", async () => {
    const { ledger, runId, window } = await begunRun("1-100", "101-200", "201-300");
    await ledger.load(runId, window, loadedWith([airport("FRA")]));
    for (const reason of ["Gateway Timeout", "cut off"]) {
      await ledger.next(runId);
      await ledger.fail(runId, reason);
    }
    expect(await ledger.finish(runId, goOn)).toBe("partial");
    expect(await getRun(runId)).toMatchObject({
      message: "2 of 3 windows failed: 101-200 (Gateway Timeout); 201-300 (cut off)",
      windows_done: 1,
      windows_failed: 2,
    });
  });

  it("is failed when all failed, or the source refused us", async () => {
    const all = await begunRun();
    await all.ledger.fail(all.runId, "away");
    expect(await all.ledger.finish(all.runId, goOn)).toBe("failed");

    const { ledger, runId, window } = await begunRun("1-100", "101-200", "201-300");
    await ledger.load(runId, window, loadedWith([airport("FRA")]));
    await ledger.next(runId);
    const end = { cancelled: false, refused: "The key is inactive.", givenUp: null };
    expect(await ledger.finish(runId, end)).toBe("failed");
    expect(await getRun(runId)).toMatchObject({
      message: "The key is inactive. 1 of 3 windows had been answered and are kept.",
      windows_failed: 1,
    });
  });

  it("says why windows were left unasked, which are then nobody's", async () => {
    const { ledger, runId } = await begunRun("1-100", "101-200", "201-300");
    await ledger.fail(runId, "away");
    const end = { cancelled: false, refused: null, givenUp: "Too many failed in a row." };
    expect(await ledger.finish(runId, end)).toBe("failed");
    expect(await getRun(runId)).toMatchObject({
      message:
        "Too many failed in a row. 2 windows were not asked. 1 of 3 windows failed: 1-100 (away)",
      windows_failed: 1,
    });
    expect(
      (await snapshot("sync_windows"))[0]
        ?.filter((row) => row.run_id === runId)
        .map(({ state }) => state),
    ).toEqual(["failed", "cancelled", "cancelled"]);
  });

  it("does not come before every window was asked", async () => {
    const { ledger, runId } = await begunRun("1-100", "101-200");
    await expect(ledger.finish(runId, goOn)).rejects.toThrow("2 windows that nobody asked yet");
  });
});

describe("a run's windows", () => {
  it("are planned once, begun again where they were left, and count calls and bytes", async () => {
    const { ledger, runId, window } = await begunRun("1-100", "101-200");
    expect(await ledger.plan(runId, [], null)).toBe(2);
    const hash = "a".repeat(64);
    await ledger.noteCall(window, { payloadId: PAYLOAD, status: 200, hash, bytes: 1234 });
    await ledger.noteCall(window, null);
    expect(await ledger.next(runId)).toEqual(window);
    expect(window).toMatchObject({ position: 0, key: "1-100", plan: { key: "1-100" } });
    expect(await getRun(runId)).toMatchObject({ api_calls: 2, bytes: 1234, windows_planned: 2 });
  });
});

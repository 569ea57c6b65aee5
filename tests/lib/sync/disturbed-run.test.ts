import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { runStream } from "@/lib/sync/run-stream";
import { countriesRun, disturbAt, down } from "../../fakes/countries-run";
import { countries, countriesWorld } from "../../fakes/countries-world";
import { plainStep } from "../../fakes/sync-ports";

describe("a disturbed run", () => {
  test("a window whose step gives up is failed with the reason, the others go on", async () => {
    const { memory, source, run } = countriesRun({ totalCount: 250 });
    disturbAt(source, [101], down);
    expect(await run()).toEqual({ kind: "finished", status: "partial" });
    expect(memory.windows.map(({ state }) => state)).toEqual(["complete", "failed", "complete"]);
    expect(memory.windows[1]?.message).toBe(down.message);
  });

  test("what a retry cures leaves no trace but the call", async () => {
    const { memory, ports, source } = countriesRun();
    disturbAt(source, [201], down, 1);
    const { run } = plainStep();
    ports.step.run = (id, work) => run(id, work).catch(() => run(id, work));
    expect(await runStream({ stream: countries, runId: "run-1", ports })).toMatchObject({
      status: "complete",
    });
    expect(memory.rows.size).toBe(249);
    expect(memory.windows[2]).toMatchObject({ state: "complete", calls: 2 });
  });

  test("three failed windows in a row end the run: the rest is not asked", async () => {
    const { memory, source, run } = countriesRun({ totalCount: 600 });
    source.world = countriesWorld(600);
    disturbAt(source, [101, 201, 301], down);
    expect(await run()).toEqual({ kind: "finished", status: "partial" });
    expect(memory.windows.map(({ state }) => state).join(" ")).toBe(
      "complete failed failed failed planned planned",
    );
    expect(memory.run.end?.givenUp).toContain(down.message);
  });

  test("failed windows with a good one between do not", async () => {
    const { memory, source, run } = countriesRun({ totalCount: 600 });
    source.world = countriesWorld(600);
    disturbAt(source, [1, 101, 301, 401], down);
    await run();
    expect(memory.windows.map(({ state }) => state).join(" ")).toBe(
      "failed failed complete failed failed complete",
    );
  });

  test("a message of an unexpected error is not shown", async () => {
    const { memory, source, run } = countriesRun({ totalCount: 250 });
    disturbAt(source, [101], new TypeError("secret of the house"));
    await run();
    expect(memory.windows[1]?.message).toContain("TypeError");
    expect(memory.windows[1]?.message).not.toContain("secret");
  });

  test("a refusal ends the run at once as failed, with the reason", async () => {
    const { memory, source, run } = countriesRun();
    disturbAt(source, [101], { kind: "refused", reason: "The key is inactive." });
    expect(await run()).toEqual({ kind: "finished", status: "failed" });
    expect(memory.run.end).toEqual({
      cancelled: false,
      refused: "The key is inactive.",
      givenUp: null,
    });
    expect(source.questions).toHaveLength(2);
  });

  test("a spent quota is slept out, then the same window is asked again", async () => {
    const { memory, source, ports } = countriesRun();
    const until = new Date("2026-01-01T13:00:00Z");
    disturbAt(source, [201], { kind: "wait", until, reason: "quota" }, 1);
    const slept: unknown[] = [];
    ports.step.sleepUntil = async (id, when) => {
      slept.push({ id, when, waitingUntil: memory.run.waitingUntil });
    };
    expect(await runStream({ stream: countries, runId: "run-1", ports })).toMatchObject({
      status: "complete",
    });
    expect(slept).toEqual([{ id: "wait 3", when: until, waitingUntil: until }]);
    expect(memory.rows.size).toBe(249);
    expect(memory.run.waitingUntil).toBeNull();
  });

  test("an answer of another shape fails the window and says what was looked for", async () => {
    const { memory, source, ports } = countriesRun({ totalCount: 250 });
    source.world = countriesWorld(250);
    const ask = source.ask;
    source.ask = async (question, onAttempt) => {
      const reading = await ask(question, onAttempt);
      return reading.kind === "ok" ? { kind: "ok", json: { Countries: [] } } : reading;
    };
    expect(await runStream({ stream: countries, runId: "run-1", ports })).toMatchObject({
      status: "failed",
    });
    expect(memory.windows[0]?.message).toContain("CountryResource.Countries.Country");
    expect(memory.payloads).toHaveLength(3);
  });
});

describe("whose run it is", () => {
  test("a cancel is read before each window: the one begun is finished, the others are not begun", async () => {
    const { memory, source, run } = countriesRun();
    source.disturb = (call) => {
      if (call === 2) memory.run.cancelRequested = true;
      return undefined;
    };
    expect(await run()).toEqual({ kind: "finished", status: "cancelled" });
    expect(memory.windows.map(({ state }) => state)).toEqual(["complete", "partial", "planned"]);
  });

  test("a run of another worker is left alone", async () => {
    const { memory, source, run } = countriesRun();
    memory.run.owner = "somebody else";
    expect(await run()).toEqual({ kind: "not_ours" });
    expect(source.questions).toEqual([]);
  });

  test("a run that is taken over while it works is left to the other", async () => {
    const { memory, source, run } = countriesRun();
    source.disturb = (call) => {
      if (call === 1) memory.run.owner = "somebody else";
      return undefined;
    };
    expect(await run()).toEqual({ kind: "not_ours" });
    expect(memory.run.end).toBeNull();
  });

  test("a ledger that refuses to write for another is heeded", async () => {
    const { memory, ports } = countriesRun();
    ports.ledger.load = async () => {
      throw new AppError("conflict", "Another worker has taken over.");
    };
    expect(await runStream({ stream: countries, runId: "run-1", ports })).toEqual({
      kind: "not_ours",
    });
    expect(memory.rows.size).toBe(0);
  });

  test("a run that has ended stays as it is", async () => {
    const { source, run } = countriesRun();
    await run();
    const calls = source.questions.length;
    expect(await run()).toEqual({ kind: "finished", status: "complete" });
    expect(source.questions).toHaveLength(calls);
  });
});

import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import type { CountryRecord } from "@/lib/model/country";
import { runStream } from "@/lib/sync/run-stream";
import { codeAt, countries, countriesWorld, sentCountry } from "../../fakes/countries-world";
import { Crash, type CrashPoint, crashingPorts } from "../../fakes/crashing-ports";
import { referenceSource } from "../../fakes/reference-source";
import { replay } from "../../fakes/replayed-step";
import { type SyncMemory, syncMemory, syncPorts } from "../../fakes/sync-ports";

/** A list with everything in it: unreadable positions, twins in a window and across its border, records to reject. */
function eventfulSource() {
  const world = countriesWorld(230, [37, 120, 121]);
  const records = new Map(world.records);
  records.set(10, sentCountry(codeAt(9), "a twin"));
  records.set(101, sentCountry(codeAt(100), "a twin across the border"));
  records.set(150, { CountryCode: "D3", Names: {} });
  records.set(151, { Names: {} });
  records.set(152, { ...sentCountry(codeAt(152)), Capital: "something new" });
  return referenceSource("countries", { ...world, records });
}

/** Everything that a run leaves behind but ids of kept answers and numbers of calls. */
const remains = ({
  run,
  windows,
  rows,
  rejects,
  unreadable,
  drift,
}: SyncMemory<CountryRecord>) => ({
  status: run.status,
  windows: windows.map(({ key, state, expected, counts, lastCode }) => ({
    key,
    state,
    expected,
    counts,
    lastCode,
  })),
  rows: [...rows.values()],
  rejects: rejects.map(({ payloadId: _, ...reject }) => reject),
  unreadable: [...unreadable],
  drift: [...drift].map(([name, { count }]) => ({ name, count })),
});

const undisturbed = async () => {
  const memory = syncMemory<CountryRecord>("countries");
  const { ports, calls } = crashingPorts(syncPorts(memory, { source: eventfulSource() }), null);
  await runStream({ stream: countries, runId: "run-1", ports });
  return { memory, calls };
};

/** One process until it dies or ends. */
async function live(memory: SyncMemory<CountryRecord>, point: CrashPoint | null) {
  const { ports } = crashingPorts(syncPorts(memory, { source: eventfulSource() }), point);
  return runStream({ stream: countries, runId: "run-1", ports }).catch((error: unknown) => {
    if (error instanceof Crash) return "died" as const;
    throw error;
  });
}

describe("a process that dies", () => {
  test("the eventful list has something of everything", async () => {
    const { memory } = await undisturbed();
    expect(memory.run.status).toBe("complete");
    expect(memory.rejects.map(({ rule }) => rule).sort()).toEqual([
      "duplicate_code",
      "duplicate_code",
      "invalid_code",
      "missing_code",
    ]);
    expect([...memory.unreadable.keys()]).toEqual([37, 120, 121]);
    expect(memory.drift.size).toBeGreaterThan(0);
  });

  test.each(["before", "after"] as const)(
    "%s the effect of any call leaves what the next one needs: the rows are the same in the end",
    async (when) => {
      const whole = await undisturbed();
      for (let call = 1; call <= whole.calls.length; call++) {
        const memory = syncMemory<CountryRecord>("countries");
        expect(await live(memory, { call, when })).toBe("died");
        await live(memory, null);
        expect({ call, ...remains(memory) }).toEqual({ call, ...remains(whole.memory) });
      }
    },
  );

  test("again and again, each time a little later, ends the same", async () => {
    const whole = await undisturbed();
    const memory = syncMemory<CountryRecord>("countries");
    let deaths = 0;
    for (let call = 1; (await live(memory, { call, when: "after" })) === "died"; call++) deaths++;
    expect(deaths).toBeGreaterThan(5);
    expect(remains(memory)).toEqual(remains(whole.memory));
  }, 30_000);
});

describe("a function that is replayed step by step", () => {
  test("calls nothing twice and comes to the same", async () => {
    const whole = await undisturbed();
    const memory = syncMemory<CountryRecord>("countries");
    const source = eventfulSource();
    const { ports, calls } = crashingPorts(syncPorts(memory, { source }), null);
    const { result, steps, invocations } = await replay((step) =>
      runStream({ stream: countries, runId: "run-1", ports: { ...ports, step } }),
    );
    expect(result).toEqual({ kind: "finished", status: "complete" });
    expect(calls).toEqual(whole.calls);
    expect(steps).toEqual(["begin", "window 1", "window 2", "window 3", "window 4", "finish"]);
    expect(invocations).toBe(steps.length + 1);
    expect(remains(memory)).toEqual(remains(whole.memory));
  });

  test("a window that fails in all its tries keeps its message, a wait is slept once", async () => {
    const memory = syncMemory<CountryRecord>("countries", { totalCount: 230 });
    const source = eventfulSource();
    let waits = 0;
    source.disturb = (call) => {
      const offset = source.questions[call - 1]?.query?.offset;
      if (offset === 101) return new AppError("upstream_unavailable", "No answer in time.");
      if (offset !== 201 || waits++ > 0) return undefined;
      return { kind: "wait", until: new Date("2026-01-01T13:00:00Z"), reason: "quota" };
    };
    const ports = syncPorts(memory, { source });
    const { result, steps } = await replay((step) =>
      runStream({ stream: countries, runId: "run-1", ports: { ...ports, step } }),
    );
    expect(result).toEqual({ kind: "finished", status: "partial" });
    expect(steps).toEqual([
      "begin",
      "window 1",
      "window 2",
      "failed 2",
      "window 3",
      "wait 3",
      "window 4",
      "window 5",
      "finish",
    ]);
    expect(memory.windows.map(({ state, message }) => [state, message])).toEqual([
      ["partial", null],
      ["failed", "No answer in time."],
      ["complete", null],
    ]);
  });
});

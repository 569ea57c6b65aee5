import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import type { Scope } from "@/lib/model/stream";
import type { FlightKnowledge } from "@/lib/sync/flight-knowledge";
import { runStream } from "@/lib/sync/run-stream";
import { flightStreams } from "@/lib/sync/streams/flight-streams";
import type { SyncStream } from "@/lib/sync/sync-stream";
import { countriesRun } from "../../fakes/countries-run";
import { flightKnowledge } from "../../fakes/flight-window";
import { syncMemory, syncPorts } from "../../fakes/sync-ports";

test("a paused run finishes its window, gives itself back with its plan, and goes on when resumed", async () => {
  const { memory, ports, source, run } = countriesRun({ totalCount: 250 });
  const { load } = ports.ledger;
  ports.ledger.load = (runId, window, loaded) => {
    memory.run.paused = window.key === "1-100";
    return load(runId, window, loaded);
  };
  expect(await run()).toEqual({ kind: "paused" });
  expect(memory.run).toMatchObject({ status: "queued", owner: null });
  expect(memory.windows.map(({ state }) => state)).toEqual(["complete", "planned", "planned"]);
  const asked = source.questions.length;

  expect(await run()).toEqual({ kind: "paused" });
  expect(source.questions).toHaveLength(asked);

  memory.run.paused = false;
  expect(await run()).toEqual({ kind: "finished", status: "complete" });
  const offsets = source.questions.map(({ query }) => query?.offset);
  expect(offsets.filter((offset) => offset === 1)).toHaveLength(1);
});

test("a run makes way between two windows while one that goes before it waits", async () => {
  const { memory, ports, run } = countriesRun({ totalCount: 250 });
  ports.isOutranked = async () => memory.windows[0]?.state === "complete";
  expect(await run()).toEqual({ kind: "yielded" });
  expect(memory.run).toMatchObject({ status: "queued", owner: null });
  expect(memory.windows.map(({ state }) => state)).toEqual(["complete", "planned", "planned"]);
  ports.isOutranked = async () => false;
  expect(await run()).toEqual({ kind: "finished", status: "complete" });
});

test("a cancelled run is cancelled, paused or not", async () => {
  const { memory, run } = countriesRun();
  Object.assign(memory.run, { paused: true, cancelRequested: true });
  expect(await run()).toEqual({ kind: "finished", status: "cancelled" });
});

/** A run of boards over some airports, of which some fail whatever is asked. */
async function runWithOutage(airports: readonly string[], down: (scope: string) => boolean) {
  const scope: Scope = {
    kind: "flights",
    of: airports,
    from: "2030-05-01",
    to: "2030-05-01",
    mode: "again",
  };
  const memory = syncMemory<{ code: string }>("flight-status", { scope });
  const source = { ask: () => Promise.reject(new Error("nobody is asked here")) };
  const { plan, placeOf, name } = flightStreams["flight-status"];
  const stream: SyncStream<{ code: string }, FlightKnowledge> = {
    name,
    plan,
    placeOf,
    async read({ scope: asked }) {
      if (down(asked)) throw new AppError("upstream_unavailable", `${asked} is down.`);
      return { loaded: NOTHING, totalCount: null, refused: null };
    },
  };
  const ports = {
    ...syncPorts(memory, { source }),
    knowledge: async () => flightKnowledge(),
  };
  const end = await runStream({ stream, runId: "run-1", ports });
  const count = (wanted: string) => memory.windows.filter(({ state }) => state === wanted).length;
  return { end, failed: count("failed"), empty: count("empty"), planned: count("planned") };
}

const NOTHING = {
  state: "empty",
  expected: null,
  fetched: 0,
  records: [],
  rejects: [],
  unreadable: [],
  healed: [],
  drift: [],
  lastCode: null,
  more: [],
  answered: null,
} as const;

test("where one airport is down, every other one is asked: only its own windows fail", async () => {
  const outage = await runWithOutage(["FRA", "LHR"], (scope) => scope.startsWith("FRA"));
  expect(outage).toEqual({
    end: { kind: "finished", status: "partial" },
    failed: 12,
    empty: 12,
    planned: 0,
  });
});

test("where three airports in a row are down, the run stops: it is the source", async () => {
  const outage = await runWithOutage(["FRA", "LHR", "JFK"], () => true);
  expect(outage).toMatchObject({ end: { status: "failed" }, empty: 0 });
  // Frankfurt's midnight comes first, on both sides, then London's, and so on.
  expect(outage.failed).toBeLessThan(12);
});

test("a single airport that is down is given up too, after a while", async () => {
  const outage = await runWithOutage(["FRA"], () => true);
  expect(outage).toMatchObject({ end: { status: "failed" }, failed: 9, planned: 3 });
});

test("failures with answers between them do not add up, however many places they hit", async () => {
  let asked = 0;
  const outage = await runWithOutage(["FRA", "LHR", "JFK", "AKL"], () => asked++ % 2 === 0);
  expect(outage).toMatchObject({ end: { status: "partial" }, failed: 24, empty: 24, planned: 0 });
});

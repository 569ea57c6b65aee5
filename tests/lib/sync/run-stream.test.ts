import { describe, expect, test } from "vitest";
import { runStream } from "@/lib/sync/run-stream";
import { countriesRun } from "../../fakes/countries-run";
import { codeAt, countries, countriesWorld } from "../../fakes/countries-world";

describe("an undisturbed run", () => {
  test("plans the list, reads it past what is unreadable, and closes complete", async () => {
    const { memory, run } = countriesRun();
    expect(await run()).toEqual({ kind: "finished", status: "complete" });
    expect(memory.windows.map(({ key, state, expected }) => ({ key, state, expected }))).toEqual([
      { key: "1-100", state: "complete", expected: 100 },
      { key: "101-200", state: "partial", expected: 100 },
      { key: "201-250", state: "complete", expected: 50 },
    ]);
    expect(memory.rows.size).toBe(249);
    expect(memory.rows.get("AB")).toEqual({ code: "AB", name: "Country AB", continent: "EU" });
    expect([...memory.unreadable.keys()]).toEqual([130]);
    expect(memory.windows[1]?.counts).toEqual({
      fetched: 99,
      inserted: 99,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    });
  });

  test("keeps every answer before it is understood, also one that cannot be", async () => {
    const { memory, ports, source } = countriesRun();
    source.world = { totalCount: 1, records: new Map([[1, "no record"]]) };
    const seen: string[] = [];
    const keepAnswer = ports.keepAnswer;
    ports.keepAnswer = (input) => {
      seen.push("kept");
      return keepAnswer(input);
    };
    const { noteCall, load } = ports.ledger;
    ports.ledger.noteCall = (window, call) => {
      seen.push(`noted ${call?.payloadId}`);
      return noteCall(window, call);
    };
    ports.ledger.load = (runId, window, loaded) => {
      seen.push(`loaded ${loaded.rejects[0]?.rule} of ${loaded.rejects[0]?.payloadId}`);
      return load(runId, window, loaded);
    };
    await runStream({ stream: countries, runId: "run-1", ports });
    expect(seen).toEqual(["kept", "noted payload-1", "loaded unreadable_record of payload-1"]);
    expect(memory.payloads).toEqual([{ id: "payload-1", window: "list 1-100", status: 200 }]);
  });

  test("begins with what is known of the list: windows by length and unreadable positions", async () => {
    const { memory, run, source } = countriesRun({ totalCount: 240, unreadable: [130, 180] });
    await run();
    expect(memory.windows.map(({ key }) => key)).toEqual([
      "1-100",
      "101-129",
      "130-179",
      "180-240",
      "241-250",
    ]);
    expect([...memory.unreadable.keys()]).toEqual([130]);
    expect(source.questions).toHaveLength(7);
    expect(memory.rows.size).toBe(249);
  });

  test("a list that became shorter is not asked behind its end, and forgets what was unreadable there", async () => {
    const { memory, run, source } = countriesRun({ totalCount: 640, unreadable: [130, 600] });
    await run();
    expect(memory.run.status).toBe("complete");
    expect(memory.rows.size).toBe(249);
    expect([...memory.unreadable.keys()]).toEqual([130]);
    expect(source.questions.every(({ query }) => Number(query?.offset) <= 250)).toBe(true);
  });

  test("works on at most so many windows and leaves the rest to a successor", async () => {
    const { memory, run } = countriesRun();
    expect(await run(2)).toEqual({ kind: "continue" });
    expect(memory.run.status).toBe("running");
    expect(await run(2)).toEqual({ kind: "finished", status: "complete" });
    expect(memory.rows.size).toBe(249);
  });

  test("asks for single codes, and finds nothing for one that the source does not know", async () => {
    const { memory, source, run } = countriesRun({ scope: { kind: "codes", codes: ["AB", "ZZ"] } });
    expect(await run()).toEqual({ kind: "finished", status: "complete" });
    expect(source.questions.map(({ path }) => path)).toEqual([
      "/mds-references/countries/AB",
      "/mds-references/countries/ZZ",
    ]);
    expect(memory.windows.map(({ key, state }) => `${key} ${state}`)).toEqual([
      "AB complete",
      "ZZ empty",
    ]);
    expect([...memory.rows.keys()]).toEqual(["AB"]);
  });
});

describe("records that no longer name their code", () => {
  const nameless = (position: number) => ({ Code: codeAt(position), Names: {} });

  test("stop the run after one window, which is written down as rejects and drift", async () => {
    const { memory, source, run } = countriesRun();
    const records = [...Array(250).keys()].map(
      (index) => [index + 1, nameless(index + 1)] as const,
    );
    source.world = { totalCount: 250, records: new Map(records) };
    expect(await run()).toEqual({ kind: "finished", status: "failed" });
    expect(source.questions).toHaveLength(1);
    expect(memory.run.end?.refused).toContain("No record of countries names its code any more");
    expect(memory.rejects).toHaveLength(100);
    expect([...memory.drift.keys()]).toContain("missing_field Countries.Country[].CountryCode ");
  });

  test("are single rejects where others still have one", async () => {
    const { memory, source, run } = countriesRun();
    const world = countriesWorld(250);
    source.world = { ...world, records: new Map(world.records).set(3, nameless(3)) };
    expect(await run()).toEqual({ kind: "finished", status: "complete" });
    expect(memory.rejects).toMatchObject([{ rule: "missing_code" }]);
  });
});

test("twins that a border parts are one record, filled from the later one", async () => {
  const { memory, source, run } = countriesRun();
  const world = countriesWorld(250);
  const records = new Map(world.records);
  records.set(100, { CountryCode: codeAt(101), Names: {} });
  source.world = { ...world, records };
  await run();
  expect(memory.rows.get(codeAt(101))?.name).toBe(`Country ${codeAt(101)}`);
  expect(memory.rejects).toMatchObject([{ rule: "duplicate_code", key: codeAt(101) }]);
  expect(memory.windows[0]?.counts.fetched).toBe(100);
  expect(memory.windows[1]?.counts).toMatchObject({ fetched: 100, inserted: 99, rejected: 1 });
});

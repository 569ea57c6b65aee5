import { describe, expect, test } from "vitest";
import { FAULT_KINDS, type FaultKind, pickFault, readFaultRates } from "@/sandbox/faults";
import { madeCatalog } from "./made-lists";
import { visit } from "./visitor";

const always = (kind: FaultKind) => ({ catalog: madeCatalog(30), faults: { [kind]: 1 } });

describe("answers in place of the good one", () => {
  test.each([
    { kind: "401", text: '{ "Error": "Not Authorized" }\n' },
    { kind: "403-second", text: '{ "Error": "Account Over Queries Per Second Limit" }\n' },
    { kind: "403-hour", text: '{ "Error": "Account Over Rate Limit" }\n' },
    { kind: "404", text: "2021" },
    { kind: "500", text: "3021" },
    { kind: "502", text: '{ "Error": "Bad Gateway" }\n' },
    { kind: "503", text: '{ "Error": "Service Unavailable" }\n' },
    { kind: "504", text: '{ "Error": "Gateway Timeout" }\n' },
  ] as const)("$kind", async ({ kind, text }) => {
    const { ask, sandbox } = await visit(always(kind));
    const reply = await ask("/airports");
    expect(reply.status).toBe(Number(kind.slice(0, 3)));
    expect(reply.text).toContain(text);
    expect(sandbox.calls().faults).toEqual({ [kind]: 1 });
  });
});

describe("answers that are spoilt on their way", () => {
  test("slow: late, but whole", async () => {
    const waits: number[] = [];
    const sleep = async (ms: number) => waits.push(ms);
    const { ask } = await visit({ ...always("slow"), slowMs: 1234, sleep });
    expect((await ask("/airports")).status).toBe(200);
    expect(waits).toEqual([1234]);
  });

  test("cut: the connection ends in mid body", async () => {
    const { ask } = await visit(always("cut"));
    await expect(ask("/airports")).rejects.toThrow(/terminated/);
  });

  test("malformed: says that it is whole JSON, and is not", async () => {
    const { ask } = await visit(always("malformed"));
    const reply = await ask("/airports");
    expect([reply.status, reply.type]).toEqual([200, "application/json"]);
    expect(() => JSON.parse(reply.text)).toThrow(SyntaxError);
  });

  test("html: a page that says 200", async () => {
    const { ask } = await visit(always("html"));
    const reply = await ask("/airports");
    expect([reply.status, reply.type]).toEqual([200, "text/html"]);
  });
});

test("each fault comes at its rate, and the same seed gives the same faults", () => {
  const rates = Object.fromEntries(FAULT_KINDS.map((kind, index) => [kind, (index + 1) / 200]));
  const CALLS = 20_000;
  const faults = (seed: number) =>
    Array.from({ length: CALLS }, (_, call) => pickFault(rates, seed, call));
  const met = faults(7);
  for (const kind of FAULT_KINDS) {
    const share = met.filter((fault) => fault === kind).length / CALLS;
    expect(share).toBeCloseTo(rates[kind] ?? 0, 2);
  }
  expect(faults(7)).toEqual(met);
  expect(faults(8)).not.toEqual(met);
});

test("over HTTP the rates hold too, and token calls are spared", { timeout: 30_000 }, async () => {
  const { ask, sandbox } = await visit({
    catalog: madeCatalog(30),
    faults: { "500": 0.2 },
    seed: 3,
  });
  for (let call = 0; call < 500; call++) await ask("/airports?limit=1");
  const { faults, by_endpoint } = sandbox.calls();
  expect(faults["500"]).toBeGreaterThan(75);
  expect(faults["500"]).toBeLessThan(125);
  expect(by_endpoint.airports).toEqual({ "500": faults["500"], "200": 500 - (faults["500"] ?? 0) });
  expect(by_endpoint.token).toEqual({ "200": 1 });
});

test("faults can be changed at run time", async () => {
  const { ask, send } = await visit({ catalog: madeCatalog(30) });
  const change = (rates: unknown) =>
    send("/_sandbox/faults", { method: "POST", body: JSON.stringify(rates) });
  expect((await change({ "503": 1 })).status).toBe(200);
  expect((await ask("/airports")).status).toBe(503);
  expect((await change({ "999": 1 })).status).toBe(400);
  expect((await ask("/airports")).status).toBe(503);
  await change({});
  expect((await ask("/airports")).status).toBe(200);
});

test.each([
  [{ nothing: 0.1 }, /Unknown fault nothing/],
  [{ "500": 1.5 }, /rate of fault 500/],
  [{ "500": "0.1" }, /rate of fault 500/],
  [{ "500": 0.6, "404": 0.6 }, /add up/],
])("refuses %j", (rates, message) => {
  expect(() => readFaultRates(rates)).toThrow(message);
});

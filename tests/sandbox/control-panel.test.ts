import { expect, test } from "vitest";
import { madeCatalog } from "./made-lists";
import { visit } from "./visitor";

test("about says what it is, its quota and its seed", async () => {
  const about = async (options: Parameters<typeof visit>[0]) =>
    JSON.parse((await (await visit(options)).send("/_sandbox/about")).text);
  expect(await about({ catalog: madeCatalog(1), seed: 5 })).toEqual({
    kind: "sandbox",
    quota: null,
    seed: 5,
  });
  const quota = { callsPerSecond: 5, callsPerHour: 1000 };
  expect(await about({ catalog: madeCatalog(1), quota })).toEqual({
    kind: "sandbox",
    quota: { calls_per_second: 5, calls_per_hour: 1000 },
    seed: 1,
  });
});

test("calls are counted by endpoint and status, the control panel's own are not", async () => {
  const { ask, send, sandbox } = await visit({ catalog: madeCatalog(30) });
  await ask("/airports");
  await ask("/airports?offset=31");
  await ask("/airports/AAA");
  await ask("/airports/nearest/50,8");
  await ask("/trains");
  const counts = JSON.parse((await send("/_sandbox/calls")).text);
  expect(counts).toEqual(sandbox.calls());
  expect(counts).toMatchObject({
    total: 6,
    tokens: 1,
    by_endpoint: {
      token: { "200": 1 },
      airports: { "200": 1, "404": 1 },
      "airports/{code}": { "200": 1 },
      "airports/nearest": { "200": 1 },
      unknown: { "404": 1 },
    },
    by_status: { "200": 4, "404": 2 },
    faults: {},
  });
  const requests: { path: string }[] = JSON.parse((await send("/_sandbox/requests")).text);
  expect(requests.map(({ path }) => path)).toContain("/v1/mds-references/airports?offset=31");
});

test("the most calls within a second are seen whether or not they fall into one clock second", async () => {
  let now = 10_600;
  const { ask, sandbox } = await visit({ catalog: madeCatalog(1), now: () => now });
  for (now of [10_700, 10_800, 11_100, 11_200, 11_650, 13_000]) await ask("/airports");
  expect(sandbox.calls()).toMatchObject({ max_in_a_second: 3, max_in_1000_ms: 5 });
});

test("the nearest five, with whole kilometres", { timeout: 30_000 }, async () => {
  const { ask } = await visit();
  const reply = await ask("/airports/nearest/50.033,8.571?lang=EN");
  const { Airport } = JSON.parse(reply.text).NearestAirportResource.Airports;
  expect(Airport).toHaveLength(5);
  expect(Airport[0]).toMatchObject({ AirportCode: "FRA", Distance: { Value: 1, UOM: "KM" } });
  expect((await ask("/airports/nearest/50.0331,8.571")).status).toBe(400);
  expect((await ask("/airports/nearest/91,8")).status).toBe(400);
});

import { expect, test, vi } from "vitest";
import { createClock } from "@/sandbox/clock";
import { allRows, at, visitFlights } from "./operations";
import { visit } from "./visitor";

// A timetable is made first, and other tests may be at work beside.
vi.setConfig({ testTimeout: 30_000 });

test("goes on from where it was set, unless it is stopped", () => {
  let real = 1000;
  const clock = createClock(() => real);
  expect([clock.now(), clock.stopped()]).toEqual([1000, false]);
  clock.set(50_000, { stopped: false });
  real += 10;
  expect(clock.now()).toBe(50_010);
  clock.advance(90);
  expect(clock.now()).toBe(50_100);
  clock.set(70_000, { stopped: true });
  real += 10;
  expect([clock.now(), clock.stopped()]).toEqual([70_000, true]);
  clock.advance(5);
  expect(clock.now()).toBe(70_005);
  clock.reset();
  expect([clock.now(), clock.stopped()]).toEqual([1020, false]);
});

test("a day passes by the control panel: flights, tokens and quota follow", async () => {
  const visitor = await visitFlights("2030-05-01T12:00:00Z", {
    expiresInSeconds: 3600,
    quota: { callsPerSecond: 100, callsPerHour: 5 },
  });
  const post = async (body: unknown) => {
    const reply = await visitor.send("/_sandbox/clock", {
      method: "POST",
      body: JSON.stringify(body),
    });
    return { status: reply.status, json: JSON.parse(reply.text) };
  };
  const route = "flightstatus/route/FRA/LHR/2030-05-01";
  const states = async () => {
    const rows = await allRows(visitor, route);
    return new Set(rows.map((row) => at(row, "FlightStatus", "Code")));
  };
  expect(await states()).toContain("NA");
  expect((await post({ advance_seconds: 3599 })).json).toEqual({
    now: "2030-05-01T12:59:59.000Z",
    stopped: false,
  });
  // The token's own call was the first of five.
  for (let call = 0; call < 3; call++) expect((await visitor.operation(route)).status).toBe(200);
  expect((await visitor.operation(route)).status).toBe(403);
  await post({ now: "2030-05-02T12:00:00Z", stopped: true });
  expect((await visitor.operation(route)).status).toBe(401);
  await post({ now: "2030-05-01T12:30:00Z" });
  expect((await visitor.send("/_sandbox/clock")).text).toBe(
    '{"now":"2030-05-01T12:30:00.000Z","stopped":false}',
  );
  await post({ now: null });
  expect((await post({})).status).toBe(400);
  expect((await post({ now: "noon" })).status).toBe(400);
  expect((await post({ now: "2030-05-01T12:30:00Z", stopped: "yes" })).status).toBe(400);
  expect((await post({ advance_seconds: -1 })).json).toMatchObject({ error: expect.any(String) });
});

test("the day after, everything that flew has landed", async () => {
  const visitor = await visitFlights("2030-05-01T12:00:00Z");
  await visitor.send("/_sandbox/clock", {
    method: "POST",
    body: JSON.stringify({ now: "2030-05-03T12:00:00Z" }),
  });
  const rows = await allRows(visitor, "flightstatus/departures/FRA/2030-05-01T08:00");
  const states = rows.map((row) => at(row, "FlightStatus", "Code"));
  expect(states.filter((code) => code === "LD").length).toBeGreaterThan(states.length * 0.9);
});

test("the clock is there in a sandbox of lists too", async () => {
  const { send } = await visit({ now: () => Date.UTC(2030, 0, 1) });
  expect(JSON.parse((await send("/_sandbox/clock")).text).now).toBe("2030-01-01T00:00:00.000Z");
});

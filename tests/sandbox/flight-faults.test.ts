import { expect, test, vi } from "vitest";
import { type FlightVisitor, visitFlights } from "./operations";

// A timetable is made first, and other tests may be at work beside.
vi.setConfig({ testTimeout: 30_000 });

const NOON = "2030-05-02T12:00:00Z";
const WINDOW = "2030-05-02T08:00";

const post = async (visitor: FlightVisitor, page: string, body: unknown) =>
  (await visitor.send(`/_sandbox/${page}`, { method: "POST", body: JSON.stringify(body) })).status;

const statusOf = async (visitor: FlightVisitor, path: string) =>
  (await visitor.operation(path)).status;

test("an outage is about one airport, for a while, and for every question about it", async () => {
  const visitor = await visitFlights(NOON);
  expect(await post(visitor, "outages", { airport: "FRA", seconds: 600 })).toBe(200);
  const about = [
    `flightstatus/departures/FRA/${WINDOW}`,
    `customerflightinformation/arrivals/FRA/${WINDOW}`,
    "schedules/FRA/LHR/2030-05-03",
    "flightstatus/route/fra/JFK/2030-05-02",
  ];
  for (const path of about) {
    const reply = await visitor.operation(path);
    expect([path, reply.status]).toEqual([path, 500]);
    expect(reply.text).toContain("BackendError");
  }
  expect(await statusOf(visitor, `flightstatus/departures/MUC/${WINDOW}`)).toBe(200);
  expect(await statusOf(visitor, "schedules/LHR/FRA/2030-05-03")).toBe(200);
  expect(visitor.sandbox.calls().faults).toEqual({ burst: 4 });
  visitor.setClock("2030-05-02T12:10:00Z");
  for (const path of about) expect(await statusOf(visitor, path)).toBe(200);
  await post(visitor, "outages", { airport: "FRA", seconds: 600 });
  await post(visitor, "outages", { airport: "FRA", seconds: 0 });
  expect(await statusOf(visitor, about[0] ?? "")).toBe(200);
  expect(await post(visitor, "outages", { airport: "Frankfurt", seconds: 1 })).toBe(400);
  expect(await post(visitor, "outages", { airport: "FRA" })).toBe(400);
});

test("a burst begins with a call, and lasts 18 minutes for its airport", async () => {
  const visitor = await visitFlights(NOON, { faults: { burst: 1 } });
  const frankfurt = `flightstatus/departures/FRA/${WINDOW}`;
  expect(await statusOf(visitor, frankfurt)).toBe(500);
  await post(visitor, "faults", {});
  expect(await statusOf(visitor, frankfurt)).toBe(500);
  expect(await statusOf(visitor, `flightstatus/departures/MUC/${WINDOW}`)).toBe(200);
  visitor.setClock("2030-05-02T12:17:59Z");
  expect(await statusOf(visitor, frankfurt)).toBe(500);
  visitor.setClock("2030-05-02T12:18:00Z");
  expect(await statusOf(visitor, frankfurt)).toBe(200);
});

test("a poisoned question always fails, on every page, and the others never", async () => {
  const visitor = await visitFlights(NOON, { faults: { poison: 0.3 } });
  const hours = ["00", "02", "04", "06", "08", "10", "12", "14", "16", "18", "20", "22"];
  const ask = async (query: string) => {
    const statuses = [];
    for (const hour of hours) {
      statuses.push(
        await statusOf(visitor, `flightstatus/departures/FRA/2030-05-02T${hour}:00${query}`),
      );
    }
    return statuses.map((status) => status === 500);
  };
  const poisoned = await ask("");
  expect(new Set(poisoned)).toEqual(new Set([true, false]));
  expect(await ask("?limit=50&offset=0")).toEqual(poisoned);
  await post(visitor, "faults", {});
  expect(await ask("")).toEqual(hours.map(() => false));
});

test("faults in place of an answer fit the question", async () => {
  for (const kind of ["404", "500"] as const) {
    const visitor = await visitFlights(NOON, { faults: { [kind]: 1 } });
    const reply = await visitor.operation("schedules/FRA/LHR/2030-05-03");
    const error = JSON.parse(reply.text).ProcessingErrors.ProcessingError;
    expect([reply.status, error.Code]).toEqual([Number(kind), kind === "404" ? "2101" : "3101"]);
  }
});

test("calls are counted by what was asked", async () => {
  const visitor = await visitFlights(NOON);
  for (const path of [
    `flightstatus/departures/FRA/${WINDOW}`,
    `customerflightinformation/arrivals/FRA/${WINDOW}`,
    "schedules/FRA/LHR/2030-05-03",
    "flightstatus/route/FRA/JFK/2030-05-02",
    "flightstatus/LH400/2030-05-02",
  ]) {
    await visitor.operation(path);
  }
  for (const path of [
    "trains/FRA",
    "schedules/FRA",
    "flightstatus/departures/FRA",
    "schedules/%E0/A/B",
  ]) {
    expect(await statusOf(visitor, path)).toBe(path.startsWith("flightstatus") ? 400 : 404);
  }
  expect(visitor.sandbox.calls().by_endpoint).toEqual({
    token: { "200": 1 },
    "flightstatus/departures": { "200": 1 },
    "customerflightinformation/arrivals": { "200": 1 },
    schedules: { "200": 1 },
    "flightstatus/route": { "200": 1 },
    "flightstatus/{flight}": { "200": 1, "400": 1 },
    unknown: { "404": 3 },
  });
});

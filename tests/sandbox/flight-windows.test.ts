import { describe, expect, test, vi } from "vitest";
import { type Item, isObject } from "@/sandbox/json";
import {
  allRows,
  at,
  keyOf,
  listOf,
  minutesOf,
  readAnswer,
  visitFlights,
  wallTimes,
} from "./operations";

// A timetable is made first, and other tests may be at work beside.
vi.setConfig({ testTimeout: 30_000 });

const NOON = "2030-05-02T12:00:00Z";
const SERVICES = ["flightstatus", "customerflightinformation"];
const BASE = "https://api.lufthansa.com/v1/operations";

describe.each(SERVICES)("windows of %s", (service) => {
  const fra = `${service}/departures/FRA/2030-05-02T12:00`;

  test("twenty rows unless asked, fifty at most, and a total", async () => {
    const { json } = await visitFlights(NOON);
    const count = async (query: string) => readAnswer(await json(`${fra}${query}`)).rows.length;
    expect(await count("")).toBe(20);
    expect(await count("?limit=50")).toBe(50);
    expect(await count("?limit=100")).toBe(50);
    expect(readAnswer(await json(fra)).total).toBeGreaterThan(100);
  });

  test("offsets count from 0, pages join without a gap, and beyond the end is 404", async () => {
    const visitor = await visitFlights(NOON);
    const total = Number(readAnswer(await visitor.json(fra)).total);
    const rows = await allRows(visitor, fra);
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map(keyOf)).size).toBe(total);
    const again = await allRows(visitor, fra, 7);
    expect(again.map(keyOf)).toEqual(rows.map(keyOf));
    expect((await visitor.operation(`${fra}?offset=${total - 1}`)).status).toBe(200);
    expect((await visitor.operation(`${fra}?offset=${total}`)).status).toBe(404);
  });

  test.each(["departures", "arrivals"] as const)(
    "%s: scheduled, estimated or actual time within four hours, both ends included",
    async (side) => {
      const end = side === "departures" ? "Departure" : "Arrival";
      const visitor = await visitFlights("2030-05-02T14:30:00Z");
      const lies = (row: Item, from: number) =>
        Object.values(wallTimes(row, end)).some(
          (time) => time !== null && time >= from && time <= from + 240,
        );
      const ask = (time: string) => allRows(visitor, `${service}/${side}/MUC/2030-05-02T${time}`);
      const day = new Map<string, Item>();
      for (const hour of ["04", "08", "12", "16", "20"]) {
        for (const row of await ask(`${hour}:00`)) day.set(keyOf(row), row);
      }
      let inclusive = 0;
      for (const time of ["09:00", "10:05", "12:00", "13:20"]) {
        const from = minutesOf({ DateTime: `2030-05-02T${time}` }) ?? 0;
        const rows = await ask(time);
        const expected = [...day.values()].filter((row) => lies(row, from));
        expect(rows.map(keyOf).sort()).toEqual(expected.map(keyOf).sort());
        const scheduled = rows.map((row) => wallTimes(row, end).scheduled ?? 0);
        expect(scheduled).toEqual([...scheduled].sort((a, b) => a - b));
        // Late flights of the window before are in it too.
        expect(scheduled[0]).toBeLessThan(from);
        inclusive += scheduled.filter((at) => at === from || at === from + 240).length;
      }
      expect(inclusive).toBeGreaterThan(0);
    },
  );

  test("one row is an object, none is 404", async () => {
    const { json, operation } = await visitFlights(NOON);
    const one = await json(`${service}/departures/SSG/2030-05-02T20:00`);
    const { rows, total } = readAnswer(one);
    expect([rows.length, total]).toEqual([1, 1]);
    const [root] = Object.values(one);
    expect(isObject(at(root, "Flights", "Flight"))).toBe(true);
    const none = await operation(`${service}/departures/SSG/2030-05-02T04:00`);
    expect(none.status).toBe(404);
    expect(JSON.parse(none.text).ProcessingErrors.ProcessingError).toMatchObject({
      "@RetryIndicator": false,
      Type: "ResourceNotFound",
      Code: expect.any(String),
    });
  });

  test("three days back and five ahead, by the airport's own calendar", async () => {
    // In Auckland it is the 3rd already.
    const { operation } = await visitFlights("2030-05-02T20:00:00Z");
    const status = async (airport: string, date: string) =>
      (await operation(`${service}/departures/${airport}/${date}T08:00`)).status;
    expect(await status("FRA", "2030-04-28")).toBe(404);
    expect(await status("FRA", "2030-04-29")).toBe(200);
    expect(await status("FRA", "2030-05-07")).toBe(200);
    expect(await status("FRA", "2030-05-08")).toBe(404);
    const auckland = async (date: string) =>
      (await operation(`flightstatus/departures/AKL/${date}T20:00`)).status;
    const served = [];
    for (let day = 1; day <= 12; day++) {
      const date = `2030-05-${String(day).padStart(2, "0")}`;
      if ((await auckland(date)) === 200) served.push(day);
    }
    expect(Math.max(...served)).toBeLessThanOrEqual(8);
    expect(served).toContain(8);
  });

  test.each([
    "departures/FRA/2030-05-02T25:00",
    "departures/FRA/yesterday",
    "departures/FRANKFURT/2030-05-02T12:00",
    "departures/FRA/2030-05-02T12:00?limit=0",
    "departures/FRA/2030-05-02T12:00?serviceType=mail",
    "route/FRA/J1K/2030-05-02",
    "route/FRA/JFK/2030-02-30",
    "LUFTHANSA/2030-05-02",
  ])("%s is refused", async (path) => {
    const { operation } = await visitFlights(NOON);
    expect((await operation(`${service}/${path}`)).status).toBe(400);
  });

  test("a route, and a number with all its legs", async () => {
    const { json } = await visitFlights(NOON);
    const route = readAnswer(await json(`${service}/route/FRA/LHR/2030-05-02?limit=50`));
    expect(route.rows.length).toBeGreaterThan(5);
    expect(Object.keys(route.links)).toEqual(["self", "related"]);
    for (const row of route.rows) {
      expect([at(row, "Departure", "AirportCode"), at(row, "Arrival", "AirportCode")]).toEqual([
        "FRA",
        "LHR",
      ]);
    }
    const legs = readAnswer(await json(`${service}/LH568/2030-05-02`)).rows;
    expect(legs.map((leg) => at(leg, "Arrival", "AirportCode"))).toEqual(["LOS", "SSG"]);
    expect(new Set(legs.map((leg) => at(leg, "OperatingCarrier", "FlightNumber")))).toEqual(
      new Set(["568"]),
    );
  });
});

test("customer flight information links four things, with a limit of its own", async () => {
  const { json } = await visitFlights(NOON);
  const path = "customerflightinformation/arrivals/FRA/2030-05-02T02:00";
  const { links } = readAnswer(await json(`${path}?limit=100`));
  expect(links).toEqual({
    self: `${BASE}/${path}?limit=100`,
    previousRange: `${BASE}/customerflightinformation/arrivals/FRA/2030-05-01T22:00?limit=50&offset=0`,
    nextRange: `${BASE}/customerflightinformation/arrivals/FRA/2030-05-02T06:00?limit=50&offset=0`,
    related: "https://api.lufthansa.com/v1/mds-references/airports/{airportCode}",
  });
});

test("flight status links its pages as recorded in 2018", async () => {
  const { json } = await visitFlights(NOON);
  const path = "flightstatus/departures/FRA/2030-05-02T08:00";
  const { links, total } = readAnswer(await json(path));
  const last = Math.floor((Number(total) - 1) / 20) * 20;
  expect(links).toEqual({
    self: `${BASE}/${path}`,
    previousRange: `${BASE}/flightstatus/departures/FRA/2030-05-02T04:00?offset=0&limit=20`,
    next: `${BASE}/${path}?offset=20&limit=20`,
    last: `${BASE}/${path}?offset=${last}&limit=20`,
    nextRange: `${BASE}/flightstatus/departures/FRA/2030-05-02T12:00?offset=0&limit=20`,
    related: "https://api.lufthansa.com/v1/mds-references/airports/{airportCode}",
  });
  const end = readAnswer(await json(`${path}?limit=20&offset=${last}`));
  expect(Object.keys(end.links)).not.toContain("next");
});

test("passengers unless freight is asked for; trains are in customer flight information only", async () => {
  const visitor = await visitFlights(NOON);
  const types = async (query: string) => {
    const rows = await allRows(visitor, `flightstatus/departures/FRA/2030-05-02T10:00${query}`);
    return new Set(rows.map((row) => row.ServiceType));
  };
  expect(await types("")).toEqual(new Set(["Passenger"]));
  expect(await types("?serviceType=cargo")).toEqual(new Set(["Cargo"]));
  expect(await types("?serviceType=all")).toEqual(new Set(["Passenger", "Cargo"]));
  const aircraft = async (service: string) => {
    const rows = await allRows(visitor, `${service}/departures/ZRH/2030-05-02T12:00`);
    return new Set(rows.map((row) => at(row, "Equipment", "AircraftCode")));
  };
  expect([...(await aircraft("customerflightinformation"))]).toEqual(
    expect.arrayContaining(["TRN", "BUS", "RFS"]),
  );
  expect(await aircraft("flightstatus")).not.toContain("TRN");
});

test("flight status shows every carrier of an airport, the other service those of the group", async () => {
  const visitor = await visitFlights(NOON);
  const carriers = async (service: string) => {
    const rows = await allRows(visitor, `${service}/departures/FRA/2030-05-02T08:00`);
    return new Set(rows.map((row) => at(row, "OperatingCarrier", "AirlineID")));
  };
  expect([...(await carriers("flightstatus"))]).toEqual(
    expect.arrayContaining(["LH", "BA", "AF", "DE", "TK"]),
  );
  const group = await carriers("customerflightinformation");
  expect([...group]).toEqual(expect.arrayContaining(["LH", "CL", "EN"]));
  expect(group).not.toContain("BA");
});

test("2018's typing: numbers where text looks like one, but not with leading zeros", async () => {
  const { json } = await visitFlights(NOON, { legacyNumbers: true });
  const rows = [];
  for (const offset of [0, 50, 100]) {
    const path = `flightstatus/departures/FRA/2030-05-02T08:00?limit=50&offset=${offset}`;
    rows.push(...readAnswer(await json(path)).rows);
  }
  const numbers = rows.map((row) => at(row, "OperatingCarrier", "FlightNumber"));
  expect(new Set(numbers.map((number) => typeof number))).toEqual(new Set(["number", "string"]));
  for (const number of numbers) if (typeof number === "string") expect(number).toMatch(/^0/);
  const names = rows.map((row) => at(row, "Departure", "Terminal", "Name"));
  expect(names).toContain(1);
  const schedules = readAnswer(await json("schedules/FRA/BER/2030-05-03")).rows;
  for (const leg of schedules.flatMap((row) => listOf(row.Flight))) {
    expect(at(leg, "MarketingCarrier", "FlightNumber")).toEqual(expect.any(Number));
    expect(at(leg, "Details", "DaysOfOperation")).toEqual(expect.any(Number));
  }
});

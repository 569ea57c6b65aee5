import { describe, expect, test, vi } from "vitest";
import type { Item } from "@/sandbox/json";
import { allRows, at, listOf, minutesOf, readAnswer, visitFlights } from "./operations";

// A timetable is made first, and other tests may be at work beside.
vi.setConfig({ testTimeout: 30_000 });

const NOON = "2030-05-02T12:00:00Z";
const BASE = "https://api.lufthansa.com/v1/operations/schedules";

const legsOf = (row: Item) => listOf(row.Flight);
const localTime = (leg: Item | undefined, end: string) =>
  minutesOf(at(leg, end, "ScheduledTimeLocal")) ?? Number.NaN;
const numberOf = (leg: Item | undefined) =>
  `${at(leg, "MarketingCarrier", "AirlineID")}${at(leg, "MarketingCarrier", "FlightNumber")}`;

const minutesIn = (duration: unknown) => {
  const [, days = 0, hours = 0, minutes = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(String(duration)) ?? [];
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
};

describe("the tracked routes of a new installation", () => {
  test.each([
    ["FRA", "LHR"],
    ["FRA", "JFK"],
    ["MUC", "CDG"],
    ["LHR", "JFK"],
    ["CDG", "FRA"],
  ])(
    "%s to %s: several flights a day, under several numbers, and by way of hubs",
    async (from, to) => {
      const visitor = await visitFlights(NOON);
      const rows = await allRows(visitor, `schedules/${from}/${to}/2030-05-06`);
      const direct = rows.filter((row) => legsOf(row).length === 1);
      const departures = new Set(direct.map((row) => localTime(legsOf(row)[0], "Departure")));
      expect(departures.size).toBeGreaterThanOrEqual(4);
      expect(direct.length).toBeGreaterThan(departures.size);
      const connections = rows.filter((row) => legsOf(row).length === 2);
      expect(connections.length).toBeGreaterThan(2);
      for (const row of connections) {
        const [first, second] = legsOf(row);
        expect(at(first, "Arrival", "AirportCode")).toBe(at(second, "Departure", "AirportCode"));
        const change = localTime(second, "Departure") - localTime(first, "Arrival");
        expect(change).toBeGreaterThanOrEqual(45);
      }
      const only = await allRows(visitor, `schedules/${from}/${to}/2030-05-06?directFlights=true`);
      expect(only).toEqual(direct);
      expect(await allRows(visitor, `schedules/${from}/${to}/2030-05-06?directFlights=1`)).toEqual(
        direct,
      );
    },
  );
});

test("a flight is repeated under its partners' numbers, whose operator has no number", async () => {
  const visitor = await visitFlights(NOON);
  const rows = await allRows(visitor, "schedules/FRA/LHR/2030-05-06?directFlights=1");
  const partners = rows.flatMap(legsOf).filter((leg) => leg.OperatingCarrier !== undefined);
  expect(partners.length).toBeGreaterThan(5);
  for (const leg of partners) {
    expect(Object.keys(leg.OperatingCarrier as Item)).toEqual(["AirlineID"]);
    expect(at(leg, "OperatingCarrier", "AirlineID")).not.toBe(
      at(leg, "MarketingCarrier", "AirlineID"),
    );
  }
  // CL flies under Lufthansa's numbers.
  const regional = await allRows(visitor, "schedules/FRA/BRE/2030-05-06?directFlights=1");
  const own = regional.flatMap(legsOf).filter((leg) => numberOf(leg).startsWith("LH"));
  expect(own.map((leg) => at(leg, "OperatingCarrier", "AirlineID"))).toContain("CL");
});

test("some are listed for a whole period and again for the day alone", async () => {
  const visitor = await visitFlights(NOON);
  const rows = [];
  for (const to of ["BER", "HAM", "LHR", "CDG"]) {
    rows.push(...(await allRows(visitor, `schedules/FRA/${to}/2030-05-06?directFlights=1`)));
  }
  const periods = new Map<string, Set<string>>();
  for (const leg of rows.flatMap(legsOf)) {
    const { Effective, Expiration } = at(leg, "Details", "DatePeriod") as Record<string, string>;
    expect(`${Effective}` <= "2030-05-06" && "2030-05-06" <= `${Expiration}`).toBe(true);
    expect(at(leg, "Details", "DaysOfOperation")).toMatch(/1/);
    const key = `${numberOf(leg)} ${localTime(leg, "Departure")}`;
    periods.set(key, (periods.get(key) ?? new Set()).add(`${Effective}..${Expiration}`));
  }
  const twice = [...periods.values()].filter((found) => found.size > 1).length;
  expect(twice).toBeGreaterThan(2);
  expect(twice).toBeLessThan(periods.size / 3);
});

test("a through number is one flight with a stop", async () => {
  const { json } = await visitFlights(NOON);
  const rows = readAnswer(await json("schedules/FRA/SSG/2030-05-03?directFlights=1")).rows;
  const [leg] = rows.flatMap(legsOf);
  expect(numberOf(leg)).toBe("LH568");
  expect(at(leg, "Details", "Stops", "StopQuantity")).toBe(1);
  const legs = readAnswer(await json("schedules/LOS/SSG/2030-05-03")).rows.flatMap(legsOf);
  expect(legs.map(numberOf)).toContain("LH568");
});

test("the duration is what passes between the local times of two zones", async () => {
  const { json } = await visitFlights(NOON);
  const [row] = readAnswer(await json("schedules/FRA/JFK/2030-05-03")).rows;
  const [leg] = row ? legsOf(row) : [];
  const local = localTime(leg, "Arrival") - localTime(leg, "Departure");
  expect(minutesIn(at(row, "TotalJourney", "Duration"))).toBe(local + 360);
});

test("cities, small letters, and a time that goes an hour back", async () => {
  const visitor = await visitFlights(NOON);
  const rows = await allRows(visitor, "schedules/fra/nyc/2030-05-06?directFlights=1");
  const ends = new Set(rows.flatMap(legsOf).map((leg) => at(leg, "Arrival", "AirportCode")));
  expect(ends).toEqual(new Set(["JFK", "EWR"]));
  const from = async (time: string) => {
    const found = await allRows(visitor, `schedules/FRA/LHR/2030-05-06${time}?directFlights=1`);
    return found.map((row) => localTime(legsOf(row)[0], "Departure"));
  };
  const all = await from("");
  const [, , third = 0] = [...new Set(all)];
  const wall = new Date((third + 60) * 60_000).toISOString().slice(10, 16);
  expect(await from(wall)).toEqual(all.filter((time) => time >= third));
});

test("today to 360 days ahead; nothing is 404", async () => {
  const { operation } = await visitFlights(NOON);
  const status = async (path: string) => (await operation(`schedules/${path}`)).status;
  expect(await status("FRA/LHR/2030-05-01")).toBe(404);
  expect(await status("FRA/LHR/2030-05-02")).toBe(200);
  expect(await status("FRA/LHR/2031-04-27")).toBe(200);
  expect(await status("FRA/LHR/2031-04-28")).toBe(404);
  expect(await status("SSG/AKL/2030-05-06")).toBe(404);
  expect(await status("FRA/LHR/soon")).toBe(400);
});

test("no total, a next page that need not exist, links that speak of twenty", async () => {
  const { json, operation } = await visitFlights(NOON);
  const { rows, total, links } = readAnswer(await json("schedules/fra/SSG/2030-05-03?limit=40"));
  expect(rows.length).toBeLessThan(20);
  expect(total).toBeUndefined();
  expect(links).toEqual({
    self: `${BASE}/fra/SSG/2030-05-03?limit=40`,
    previousRange: `${BASE}/fra/SSG/2030-05-02?limit=20&offset=0`,
    next: `${BASE}/fra/SSG/2030-05-03?limit=20&offset=20`,
    nextRange: `${BASE}/fra/SSG/2030-05-03?limit=20&offset=0`,
    related: "https://api.lufthansa.com/v1/mds-references/aircraft/{aircraftCode}",
  });
  expect((await operation("schedules/fra/SSG/2030-05-03?limit=20&offset=20")).status).toBe(404);
});

test("a full page's next range begins at its last departure", async () => {
  const { json } = await visitFlights(NOON);
  const { rows, links } = readAnswer(await json("schedules/FRA/BER/2030-05-06"));
  expect(rows).toHaveLength(20);
  const last = Math.max(...rows.map((row) => localTime(legsOf(row)[0], "Departure")));
  const wall = new Date(last * 60_000).toISOString().slice(0, 16);
  expect(links.nextRange).toBe(`${BASE}/FRA/BER/${wall}?offset=0&limit=20`);
});

test("what is called off days ahead leaves the schedules, and the boards say so", {
  timeout: 60_000,
}, async () => {
  const visitor = await visitFlights("2030-05-01T00:30:00Z");
  const timesOf = async (to: string) => {
    const rows = await allRows(visitor, `schedules/FRA/${to}/2030-05-05?directFlights=1`);
    return new Map(rows.flatMap(legsOf).map((leg) => [numberOf(leg), localTime(leg, "Departure")]));
  };
  const towns = [
    "BER",
    "HAM",
    "MUC",
    "LHR",
    "CDG",
    "AMS",
    "BCN",
    "FCO",
    "GVA",
    "ZRH",
    "DUS",
    "VIE",
  ];
  const before = new Map<string, Map<string, number>>();
  for (const town of towns) before.set(town, await timesOf(town));
  visitor.setClock("2030-05-04T20:00:00Z");
  const gone: string[] = [];
  for (const town of towns) {
    const after = await timesOf(town);
    for (const number of before.get(town)?.keys() ?? []) {
      if (!after.has(number) && number.startsWith("LH")) gone.push(`${number} ${town}`);
    }
  }
  expect(gone.length).toBeGreaterThan(0);
  for (const [number, town] of gone.map((one) => one.split(" "))) {
    const rows = await allRows(visitor, `flightstatus/route/FRA/${town}/2030-05-05`);
    const row = rows.find(
      (found) => number === `LH${at(found, "OperatingCarrier", "FlightNumber")}`,
    );
    if (row) expect(at(row, "FlightStatus", "Code")).toBe("CD");
  }
});

import { describe, expect, test, vi } from "vitest";
import type { Item } from "@/sandbox/json";
import {
  allRows,
  at,
  dayRows,
  type FlightVisitor,
  keyOf,
  listOf,
  minutesOf,
  visitFlights,
  wallTimes,
} from "./operations";

// A timetable is made first, and other tests may be at work beside.
vi.setConfig({ testTimeout: 30_000 });

const DATE = "2030-05-03";

/** Number, local departure and local arrival of everything direct on a route, as one service tells it. */
async function told(visitor: FlightVisitor, service: string, route: string): Promise<string[]> {
  const rows = await allRows(visitor, `${service}/route/${route}/${DATE}`);
  return rows
    .map((row) => {
      const { AirlineID, FlightNumber } = row.OperatingCarrier as Item;
      const [departure, arrival] = [wallTimes(row, "Departure"), wallTimes(row, "Arrival")];
      return `${AirlineID}${FlightNumber} ${departure.scheduled} ${arrival.scheduled}`;
    })
    .sort();
}

const utc = (row: Item, end: string) => minutesOf(at(row, end, "ScheduledTimeUTC")) ?? Number.NaN;

async function routeRows(clock: string, route: string, date: string): Promise<Item[]> {
  const visitor = await visitFlights(clock);
  return allRows(visitor, `flightstatus/route/${route}/${date}`);
}

test("the same flight has the same times in all three services", { timeout: 30_000 }, async () => {
  const visitor = await visitFlights("2030-05-02T06:00:00Z");
  for (const route of [
    "FRA/BER",
    "FRA/JFK",
    "MUC/CDG",
    "CDG/FRA",
    "VIE/ZRH",
    "BRU/JFK",
    "HAM/MUC",
  ]) {
    const status = await told(visitor, "flightstatus", route);
    const information = await told(visitor, "customerflightinformation", route);
    expect(status.length).toBeGreaterThan(0);
    // Flight status has the carriers of other groups as well.
    expect(status).toEqual(expect.arrayContaining(information));
    const schedules = await allRows(visitor, `schedules/${route}/${DATE}?directFlights=1`);
    const scheduled = new Set(
      schedules
        .flatMap((row) => listOf(row.Flight))
        .map((leg) => {
          const time = (end: string) => minutesOf(at(leg, end, "ScheduledTimeLocal"));
          const operator =
            at(leg, "OperatingCarrier", "AirlineID") ?? at(leg, "MarketingCarrier", "AirlineID");
          return `${operator} ${time("Departure")} ${time("Arrival")}`;
        }),
    );
    const slots = status.map((text) => text.replace(/^(..)\d+/, "$1"));
    // What was called off days before is missing there.
    expect(slots.filter((slot) => !scheduled.has(slot)).length).toBeLessThanOrEqual(1);
    expect([...scheduled].filter((slot) => !slots.includes(slot))).toEqual([]);
  }
});

test("both ends of a flight tell the same story", { timeout: 30_000 }, async () => {
  const visitor = await visitFlights("2030-05-03T14:00:00Z");
  const [here, there] = await Promise.all(
    ["FRA", "VIE"].map((airport) => dayRows(visitor, "flightstatus", airport, DATE)),
  );
  const shared = [...(here ?? [])].filter(([key]) => there?.has(key));
  expect(shared.length).toBeGreaterThan(10);
  for (const [key, row] of shared) expect(there?.get(key)).toEqual(row);
});

test("same seed and clock, same bytes; another seed, another timetable", {
  timeout: 30_000,
}, async () => {
  const text = async (seed: number) => {
    const { operation } = await visitFlights("2030-05-03T09:00:00Z", { seed });
    return (await operation("flightstatus/departures/FRA/2030-05-03T08:00?limit=50")).text;
  };
  expect(await text(3)).toBe(await text(3));
  expect(await text(3)).not.toBe(await text(4));
});

describe("time", { timeout: 30_000 }, () => {
  test("Tokyo to Newark arrives before it departs, Auckland to Honolulu on the day before", async () => {
    for (const row of await routeRows("2030-01-09T00:00:00Z", "HND/EWR", "2030-01-10")) {
      const [departure, arrival] = [wallTimes(row, "Departure"), wallTimes(row, "Arrival")];
      expect(arrival.scheduled).toBeLessThan(departure.scheduled ?? 0);
      expect(utc(row, "Arrival") - utc(row, "Departure")).toBeGreaterThan(600);
    }
    const crossing = [];
    for (const date of ["2030-01-08", "2030-01-09", "2030-01-10", "2030-01-11"]) {
      crossing.push(...(await routeRows("2030-01-09T00:00:00Z", "AKL/HNL", date)));
    }
    expect(crossing.length).toBeGreaterThan(0);
    for (const row of crossing) {
      const day = (end: string) =>
        String(at(row, end, "ScheduledTimeLocal", "DateTime")).slice(0, 10);
      expect(day("Arrival") <= day("Departure")).toBe(true);
    }
  });

  test("Kathmandu is three quarters of an hour off", async () => {
    const rows = await routeRows("2030-01-09T00:00:00Z", "IST/KTM", "2030-01-09");
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect((wallTimes(row, "Arrival").scheduled ?? 0) - utc(row, "Arrival")).toBe(345);
    }
  });

  test.each([
    { night: "2030-03-31", offset: 120, what: "the hour that does not exist" },
    { night: "2030-10-27", offset: 120, what: "the hour that comes twice" },
  ])(
    "$what on $night: never shown in spring, the earlier one in autumn",
    async ({ night, offset }) => {
      const visitor = await visitFlights(`${night}T12:00:00Z`);
      const rows = [
        ...(await allRows(visitor, `flightstatus/departures/VIE/${night}T00:00`)),
        ...(await allRows(visitor, `flightstatus/departures/CGN/${night}T00:00`)),
      ].filter((row) => (wallTimes(row, "Departure").scheduled ?? 0) % 1440 < 240);
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) {
        const local = wallTimes(row, "Departure").scheduled ?? 0;
        expect(local - utc(row, "Departure")).toBe(offset);
        const hour = Math.floor((local % 1440) / 60);
        expect(hour).toBe(night.includes("-03-") ? 3 : 2);
      }
    },
  );

  test("summer and winter have timetables of their own", async () => {
    const towns = async (date: string) => {
      const visitor = await visitFlights(`${date}T23:00:00Z`);
      const rows = await dayRows(visitor, "customerflightinformation", "FRA", date);
      return new Set([...rows.values()].map((row) => at(row, "Arrival", "AirportCode")));
    };
    const [summer, winter] = [await towns("2030-07-06"), await towns("2030-12-07")];
    expect([summer.has("HER"), winter.has("HER")]).toEqual([true, false]);
    expect([summer.has("TOS"), winter.has("TOS")]).toEqual([false, true]);
  });
});

test("one number can be two flights on a day, and a number has legs", async () => {
  // The 8th of May 2030 is a Wednesday.
  const rows = await routeRows("2030-05-08T00:00:00Z", "LOS/FRA", "2030-05-08");
  const numbers = rows.map((row) => at(row, "OperatingCarrier", "FlightNumber"));
  expect(numbers).toEqual(["569", "569"]);
  expect(new Set(rows.map(keyOf)).size).toBe(2);
});

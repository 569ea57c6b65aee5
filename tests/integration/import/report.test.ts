import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { execute } from "@/lib/db/execute";
import { getReport } from "@/lib/db/report/get-report";
import { overrideEnv } from "@/lib/env";
import { formatReport } from "@/scripts/report/format-report";
import { archiveOf, informationAnswer, informationFlight } from "../../fakes/archive";
import { testDatabase } from "../../servers/test-database";
import { emptyDatabase, importInto } from "./database";

testDatabase();
overrideEnv({ MONGODB_URI: undefined });
const dirs: string[] = [];
beforeEach(emptyDatabase);
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

const ALL_TIME = { from: null, to: null };
const DAY = "2030-07-01";
const minutes = (late: number) => `07:${String(late).padStart(2, "0")}`;

async function importFlights(flights: readonly unknown[], day: string = DAY): Promise<void> {
  const board = { FRA_departure_0600: informationAnswer(flights) };
  const dir = archiveOf({ [`customerflightinformation/${day}.json`]: board });
  dirs.push(dir);
  await importInto(dir);
}

/** Flights that left so many minutes late, numbered from 100. */
const departing = (...late: number[]) =>
  late.map((one, index) =>
    informationFlight(DAY, { number: String(100 + index), actual: minutes(one) }),
  );

test("an empty database is nought of everything, and no delay at all", async () => {
  const report = await getReport(ALL_TIME);
  expect(report).toMatchObject({ answers: 0, rows: 0, rejects: {}, coverage: {} });
  expect(report.all).toMatchObject({ flights: 0, late: 0, median_departure_delay: null });
});

test.each([
  [[7], 7, 7],
  [[1, 2], 1, 2],
  [[3, 1, 2], 2, 3],
  [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 5, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 40], 6, 10],
])("percentiles are values that occur, by nearest rank: %j", async (late, median, p90) => {
  await importFlights(departing(...late));
  expect((await getReport(ALL_TIME)).all).toMatchObject({
    departed: late.length,
    median_departure_delay: median,
    p90_departure_delay: p90,
  });
});

test("fifteen minutes are late, fourteen are not", async () => {
  await importFlights(departing(14, 15, 16));
  expect((await getReport(ALL_TIME)).all).toMatchObject({
    departed: 3,
    late: 2,
    arrived: 3,
    arrived_late: 0,
  });
});

test("a diverted flight has departed, not arrived; a forecast is neither", async () => {
  const [diverted, forecast, cancelled] = departing(1, 2, 3);
  await importFlights([
    { ...diverted, Status: { Code: "DV" } },
    {
      ...forecast,
      Departure: { ...forecast?.Departure, Status: { Code: "OT" } },
      Arrival: { ...forecast?.Arrival, Status: { Code: "OT" } },
      Status: { Code: "OT" },
    },
    {
      ...cancelled,
      Departure: { ...cancelled?.Departure, Actual: undefined, Status: { Code: "NO" } },
      Arrival: { ...cancelled?.Arrival, Actual: undefined, Status: { Code: "NO" } },
      Status: { Code: "CD" },
    },
  ]);
  expect((await getReport(ALL_TIME)).all).toMatchObject({
    flights: 3,
    departed: 1,
    arrived: 0,
    cancelled: 1,
    diverted: 1,
  });
});

test("trains count among all, not in the air, and a station without a zone has its delay all the same", async () => {
  const [flight, train] = departing(20, 30);
  await importFlights([
    flight,
    {
      ...train,
      Departure: { ...train?.Departure, AirportCode: "QKL" },
      Equipment: { AircraftCode: "TRN" },
    },
  ]);
  const { all, air } = await getReport(ALL_TIME);
  expect(all).toMatchObject({
    flights: 2,
    airports: 3,
    departed: 2,
    late: 2,
    p90_departure_delay: 30,
  });
  expect(air).toMatchObject({
    flights: 1,
    airports: 2,
    departed: 1,
    late: 1,
    p90_departure_delay: 20,
  });
});

test("withdrawn flights and segments with stops are in no figure", async () => {
  await importFlights(departing(1, 2, 3));
  await execute("UPDATE flights SET status = 'withdrawn' WHERE number = 100");
  await execute("UPDATE flights SET stops = 1 WHERE number = 101");
  expect((await getReport(ALL_TIME)).all).toMatchObject({ flights: 1, codeshares: 1, departed: 1 });
});

test("days are those of scheduled departure, both included", async () => {
  await importFlights(departing(1));
  await importFlights([informationFlight("2030-07-02")], "2030-07-02");
  const flightsOf = async (from: string | null, to: string | null) => {
    const { answers, rows, all } = await getReport({ from, to });
    return [answers, rows, all.flights];
  };
  expect(await flightsOf(DAY, "2030-07-02")).toEqual([2, 2, 2]);
  expect(await flightsOf("2030-07-02", null)).toEqual([1, 1, 1]);
  expect(await flightsOf(null, DAY)).toEqual([1, 1, 1]);
  expect(await flightsOf("2030-07-03", null)).toEqual([0, 0, 0]);
});

test("keys are those that were promised, and people get a table with every figure", async () => {
  await importFlights(departing(20));
  const report = await getReport(ALL_TIME);
  expect(Object.keys(report)).toEqual(["answers", "rows", "all", "air", "rejects", "coverage"]);
  const keys = `flights codeshares airports operating_carriers departed late median_departure_delay
    p90_departure_delay arrived arrived_late median_arrival_delay p90_arrival_delay cancelled diverted`;
  expect(Object.keys(report.all)).toEqual(keys.split(/\s+/));
  expect(Object.keys(report.air)).toEqual(keys.split(/\s+/));
  expect(report.coverage).toEqual({
    "flight-information": {
      windows: 1,
      settled: 0,
      assumed: 1,
      first_day: DAY,
      last_day: DAY,
      states: { complete: 1 },
    },
  });
  const text = formatReport(report);
  expect(text).toContain("median delay, minutes                       20        20");
  expect(text).toContain("1 (complete 1), 0 settled, 1 at an assumed time");
});

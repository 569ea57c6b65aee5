import { describe, expect, test, vi } from "vitest";
import type { Item } from "@/sandbox/json";
import { at, dayRows, keyOf, visitFlights, wallTimes } from "./operations";

// A timetable is made first, and other tests may be at work beside.
vi.setConfig({ testTimeout: 30_000 });

const DATE = "2030-05-02";
const CLOCKS = [
  "2030-05-01T20:00:00Z",
  "2030-05-02T09:00:00Z",
  "2030-05-02T15:00:00Z",
  "2030-05-03T12:00:00Z",
];

const HUBS = ["FRA", "ZRH"];

type Seen = { clock: string; row: Item };

async function watch(service: string): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const clock of CLOCKS) {
    const visitor = await visitFlights(clock);
    for (const hub of HUBS) {
      const rows = await dayRows(visitor, service, hub, DATE);
      for (const row of rows.values()) seen.push({ clock, row });
    }
  }
  return seen;
}

const status = (row: Item, end: "Departure" | "Arrival", name: string) =>
  at(row, end, name, "Code");

function delayOf(row: Item, end: "Departure" | "Arrival") {
  const { scheduled, estimated, actual } = wallTimes(row, end);
  const shown = actual ?? estimated;
  return shown === null || scheduled === null ? null : shown - scheduled;
}

/** The least and the greatest delay of the rows whose end has this code. */
function range(seen: readonly Seen[], end: "Departure" | "Arrival", name: string, code: string) {
  const delays = seen
    .filter(({ row }) => status(row, end, name) === code)
    .map(({ row }) => delayOf(row, end) ?? Number.NaN);
  return [Math.min(...delays), Math.max(...delays)];
}

const codes = (seen: readonly Seen[], end: "Departure" | "Arrival") => [
  ...new Set(seen.map(({ row }) => status(row, end, "TimeStatus"))),
];

/** Which of Actual and Estimated are there, by what the end says of itself. */
function presence(seen: readonly Seen[], end: "Departure" | "Arrival", name: string) {
  const found: Record<string, Set<string>> = {};
  for (const { row } of seen) {
    const { estimated, actual } = wallTimes(row, end);
    const what = `${estimated === null ? "" : "E"}${actual === null ? "" : "A"}`;
    const code = String(status(row, end, name));
    found[code] ??= new Set();
    found[code].add(what);
  }
  return Object.fromEntries(Object.entries(found).map(([code, set]) => [code, [...set].sort()]));
}

describe("customer flight information, as measured", { timeout: 60_000 }, () => {
  test("forecasts stand in Actual; only DP and LD happened", async () => {
    const seen = await watch("customerflightinformation");
    expect(seen.length).toBeGreaterThan(3000);
    expect(presence(seen, "Departure", "Status")).toEqual({
      DP: ["A"],
      OT: ["A"],
      DL: ["E"],
      NO: [""],
    });
    expect(presence(seen, "Arrival", "Status")).toEqual({
      LD: ["A"],
      OT: ["A"],
      DL: ["EA"],
      FE: ["EA"],
      NO: [""],
    });
    // From and to which delay, in minutes, each says so.
    expect(range(seen, "Departure", "Status", "OT")).toEqual([0, 0]);
    expect(range(seen, "Departure", "Status", "DL")[0]).toBeGreaterThanOrEqual(15);
    expect(range(seen, "Arrival", "Status", "FE")[1]).toBeLessThanOrEqual(-15);
    expect(range(seen, "Arrival", "Status", "OT")[0]).toBeGreaterThanOrEqual(-14);
    expect(range(seen, "Arrival", "Status", "OT")[1]).toBeLessThanOrEqual(15);
    expect(range(seen, "Arrival", "Status", "DL")[0]).toBeGreaterThanOrEqual(16);
    const forecasts = seen.map(({ row }) => wallTimes(row, "Arrival"));
    const both = forecasts.filter(({ estimated }) => estimated !== null);
    expect(both.filter(({ estimated, actual }) => estimated !== actual)).toEqual([]);
  });

  test("the overall status is made of both ends, in the recorded combinations", async () => {
    const seen = await watch("customerflightinformation");
    const combinations = new Set(
      seen.map(({ row }) =>
        [
          status(row, "Departure", "Status"),
          status(row, "Arrival", "Status"),
          at(row, "Status", "Code"),
        ].join(" "),
      ),
    );
    const recorded = [
      "DP LD LD",
      "NO NO CD",
      "DP OT OT",
      "OT OT OT",
      "DP DL DL",
      "DP LD DV",
      "DP FE FE",
      "OT LD OT",
    ];
    expect([...combinations]).toEqual(expect.arrayContaining(recorded));
    const before = ["DL DL DL", "DL OT DL", "DL LD DL", "DP OT DV", "OT FE OT", "OT DL OT"];
    expect([...combinations].filter((one) => ![...recorded, ...before].includes(one))).toEqual([]);
  });
});

describe("flight status, as measured", { timeout: 60_000 }, () => {
  test("TimeStatus follows the delay, and DL sticks", async () => {
    const all = await watch("flightstatus");
    const off = (row: Item) => ["CD", "DV"].includes(String(at(row, "FlightStatus", "Code")));
    expect(
      codes(
        all.filter(({ row }) => off(row)),
        "Departure",
      ),
    ).toEqual(["NO"]);
    const seen = all.filter(({ row }) => !off(row));
    for (const end of ["Departure", "Arrival"] as const) {
      const untimed = seen.filter(({ row }) => delayOf(row, end) === null);
      expect(codes(untimed, end)).toEqual(["OT"]);
      const timed = seen.filter(({ row }) => delayOf(row, end) !== null);
      expect(range(timed, end, "TimeStatus", "FE")[1]).toBeLessThan(0);
      expect(range(timed, end, "TimeStatus", "OT")).toEqual([0, 15]);
    }
    expect(range(seen, "Departure", "TimeStatus", "DL")[0]).toBe(16);
    const stuck = seen.filter(
      ({ row }) =>
        status(row, "Arrival", "TimeStatus") === "DL" && (delayOf(row, "Arrival") ?? 99) < 16,
    );
    expect(stuck.length).toBeGreaterThan(30);
    for (const { row } of stuck) {
      const { scheduled, estimated, actual } = wallTimes(row, "Arrival");
      expect(actual ?? estimated).toBeGreaterThan(scheduled ?? 0);
      // The estimate that it sticks to is still there once it has landed.
      if (actual !== null) expect((estimated ?? 0) - (scheduled ?? 0)).toBeGreaterThanOrEqual(20);
    }
  });

  test("nothing has happened before its time, cancelled flights have no Actual", async () => {
    for (const { clock, row } of await watch("flightstatus")) {
      const code = String(at(row, "FlightStatus", "Code"));
      const actual = (end: string) => at(row, end, "ActualTimeUTC", "DateTime");
      expect(["NA", "DP", "LD", "CD", "DV"]).toContain(code);
      if (code === "CD" || code === "NA") expect(actual("Departure")).toBeUndefined();
      else expect(Date.parse(String(actual("Departure")))).toBeLessThanOrEqual(Date.parse(clock));
      if (code === "LD") {
        expect(Date.parse(String(actual("Arrival")))).toBeLessThanOrEqual(Date.parse(clock));
        expect(String(actual("Arrival")) > String(actual("Departure"))).toBe(true);
      }
      if (code === "DP") expect(actual("Arrival")).toBeUndefined();
    }
  });
});

test("a flight goes through its day: announced late, off, landed, and the scheduled time stays", async () => {
  const visitor = await visitFlights("2030-05-01T00:00:00Z");
  const told = new Map<string, { codes: string[]; announced: boolean; scheduled: Set<number> }>();
  for (let hour = 0; hour <= 40; hour += 1) {
    visitor.setClock(new Date(Date.parse("2030-05-02T00:00:00Z") + hour * 3_600_000).toISOString());
    const rows = await visitor.json(`flightstatus/route/FRA/JFK/${DATE}?limit=50`);
    for (const row of [
      at(rows, "FlightStatusResource", "Flights", "Flight") ?? [],
    ].flat() as Item[]) {
      const story = told.get(keyOf(row)) ?? { codes: [], announced: false, scheduled: new Set() };
      const code = String(at(row, "FlightStatus", "Code"));
      if (story.codes.at(-1) !== code) story.codes.push(code);
      story.announced ||= code === "NA" && wallTimes(row, "Departure").estimated !== null;
      story.scheduled.add(wallTimes(row, "Departure").scheduled ?? 0);
      told.set(keyOf(row), story);
    }
  }
  const stories = [...told.values()];
  expect(stories.length).toBeGreaterThan(3);
  expect(stories.filter(({ codes }) => codes.join() === "NA,DP,LD").length).toBeGreaterThan(2);
  expect(stories.some(({ announced }) => announced)).toBe(true);
  for (const { scheduled } of stories) expect(scheduled.size).toBe(1);
});

import { describe, expect, test } from "vitest";
import type { FlightScope, FlightStream } from "@/lib/model/stream";
import type { FlightKnowledge } from "@/lib/sync/flight-knowledge";
import { flightStreams } from "@/lib/sync/streams/flight-streams";
import { planFlights } from "@/lib/sync/streams/plan-flights";
import { flightKnowledge, knownWindows } from "../../fakes/flight-window";

const routes = [
  { departure: "FRA", arrival: "LHR" },
  { departure: "JFK", arrival: "FRA" },
];
const airports = [
  { code: "FRA", flightStatus: true, flightInformation: true },
  { code: "JFK", flightStatus: true, flightInformation: false },
];

const plan = (
  stream: FlightStream,
  scope: Partial<FlightScope>,
  known: Partial<FlightKnowledge> = {},
) =>
  planFlights(
    stream,
    { kind: "flights", of: "tracked", from: null, to: null, mode: "missing", ...scope },
    flightKnowledge({ routes, airports, ...known }),
  );
const names = (planned: ReturnType<typeof plan>) =>
  planned.windows.map(({ scope, key }) => `${scope} ${key}`);
const day = (on: string) => ({ from: on, to: on });

describe("what is asked for", () => {
  test("schedules: every tracked route, today and the days of the horizon, by the origin's own date", () => {
    // 02:00 in Frankfurt is still the day before in New York.
    const now = new Date("2030-05-01T00:00:00Z");
    expect(names(plan("schedules", {}, { now, horizonDays: 1 }))).toEqual([
      "JFK-FRA 2030-04-30",
      "FRA-LHR 2030-05-01",
      "JFK-FRA 2030-05-01",
      "FRA-LHR 2030-05-02",
    ]);
  });

  test("boards: both sides of each airport that is followed for this stream, yesterday and today", () => {
    expect(plan("flight-status", {}).windows).toHaveLength(2 * 2 * 2 * 6);
    const information = plan("flight-information", {});
    expect(information.windows).toHaveLength(2 * 2 * 6);
    expect(new Set(information.windows.map(({ scope }) => scope))).toEqual(
      new Set(["FRA/arrivals", "FRA/departures"]),
    );
  });

  test("names that are given instead of what is tracked: airports' boards, and routes alone", () => {
    const of = ["LHR", "FRA-LHR"];
    expect(names(plan("schedules", { of, ...day("2030-05-01") }))).toEqual(["FRA-LHR 2030-05-01"]);
    const status = names(plan("flight-status", { of, ...day("2030-05-01") }));
    expect(status).toHaveLength(13);
    expect(status).toContain("FRA-LHR 2030-05-01");
    expect(status).toContain("LHR/arrivals 2030-05-01T20:00");
  });

  test("by time, so that neighbours in the plan are of different places where there are several", () => {
    const starts = plan("flight-status", day("2030-05-01")).windows.map(
      ({ startsAt }) => +startsAt,
    );
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
    const [first, ...others] = names(plan("schedules", { from: "2030-05-01", to: "2030-05-03" }));
    expect([first, others[0]]).toEqual(["FRA-LHR 2030-05-01", "JFK-FRA 2030-05-01"]);
  });
});

describe("live", () => {
  const live = (now: string, of: FlightScope["of"] = ["FRA"]) =>
    names(plan("flight-status", { mode: "live", of }, { now: new Date(now) }));

  test("asks the window that holds now and the one before it, on both sides", () => {
    // 12:00 in Frankfurt.
    expect(live("2030-05-01T10:00:00Z")).toEqual([
      "FRA/arrivals 2030-05-01T08:00",
      "FRA/departures 2030-05-01T08:00",
      "FRA/arrivals 2030-05-01T12:00",
      "FRA/departures 2030-05-01T12:00",
    ]);
    expect(live("2030-05-01T09:59:00Z")[0]).toBe("FRA/arrivals 2030-05-01T04:00");
  });

  test("reaches back over midnight, by the airport's own date", () => {
    expect(live("2030-05-01T12:30:00Z", ["AKL"])).toEqual([
      "AKL/arrivals 2030-05-01T20:00",
      "AKL/departures 2030-05-01T20:00",
      "AKL/arrivals 2030-05-02T00:00",
      "AKL/departures 2030-05-02T00:00",
    ]);
  });

  test("works for an airport without a zone, by UTC", () => {
    expect(live("2030-05-01T10:00:00Z", ["XXX"])).toEqual([
      "XXX/arrivals 2030-05-01T04:00",
      "XXX/departures 2030-05-01T04:00",
      "XXX/arrivals 2030-05-01T08:00",
      "XXX/departures 2030-05-01T08:00",
    ]);
  });
});

describe("what is left out", () => {
  const one = { of: ["FRA-LHR"], from: "2030-05-01", to: "2030-05-02" };
  const settled = knownWindows({ "FRA-LHR 2030-05-01": { settled: true } });

  test("missing: what is settled; again: nothing", () => {
    const missing = plan("schedules", one, { known: settled });
    expect([names(missing), missing.settled]).toEqual([["FRA-LHR 2030-05-02"], 1]);
    expect(plan("schedules", { ...one, mode: "again" }, { known: settled }).windows).toHaveLength(
      2,
    );
  });

  test("missing asks for every window of an airport's day as long as one of them is suspect", () => {
    const known = knownWindows({
      "FRA/departures 2030-05-01T04:00": { state: "empty", settled: true },
      "FRA/departures 2030-05-02T04:00": { state: "complete", settled: true },
      "FRA/arrivals 2030-05-01T08:00": { state: "suspect" },
    });
    const planned = plan("flight-status", { ...one, of: ["FRA"] }, { known });
    expect(planned.settled).toBe(1);
    expect(names(planned)).toContain("FRA/departures 2030-05-01T04:00");
  });

  test("days that the source does not serve, and the run says how many", () => {
    const status = plan("flight-status", { of: ["FRA"], from: "2030-04-27", to: "2030-05-08" });
    expect(status).toMatchObject({ gone: 12, ahead: 24 });
    expect(status.windows).toHaveLength(9 * 12);
    const schedules = plan("schedules", { of: ["FRA-LHR"], from: "2030-04-30", to: "2031-04-27" });
    expect(schedules).toMatchObject({ gone: 1, ahead: 1 });
  });

  const note = (scope: Partial<FlightScope>, known: Partial<FlightKnowledge> = {}) =>
    flightStreams["flight-status"].plan(
      { kind: "flights", of: ["FRA-LHR"], from: null, to: null, mode: "missing", ...scope },
      flightKnowledge(known),
    ).note;

  test("is said in a sentence where it matters", () => {
    expect(note({ from: "2030-04-26", to: "2030-05-07" })).toBe(
      "Not asked: 2 windows before the days that the source still serves; 1 window behind the days that it serves yet.",
    );
    expect(note({ ...one })).toBeNull();
    expect(note({ ...one }, { known: settled })).toBeNull();
    expect(note({ ...day("2030-05-01") }, { known: settled })).toBe(
      "Not asked: 1 window settled already.",
    );
    expect(note({ of: "tracked" })).toBe("Nothing is followed here: no window to ask.");
  });
});

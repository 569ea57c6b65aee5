import { describe, expect, test } from "vitest";
import { flightList } from "@/lib/lufthansa/flight-responses";
import {
  informationAnswer,
  informationFlight,
  journey,
  leg,
  scheduleAnswer,
  statusAnswer,
  statusFlight,
} from "../normalize/flights/sent-answers";

describe("schedules", () => {
  test("each leg is an item with its journey; pages count journeys", () => {
    const [one, two] = [journey([leg(), leg()]), journey(leg())];
    expect(flightList(scheduleAnswer([one, two]), "schedules")).toEqual({
      items: [
        { journey: one, leg: leg() },
        { journey: one, leg: leg() },
        { journey: two, leg: leg() },
      ],
      pageRows: 2,
      totalCount: null,
    });
  });

  test("a list of one arrives as an object", () => {
    const list = flightList(scheduleAnswer(journey(leg())), "schedules");
    expect([list?.items.length, list?.pageRows]).toEqual([1, 1]);
  });

  test("a journey without legs is one item, so that it is told of", () => {
    const list = flightList(scheduleAnswer([{ TotalJourney: {} }, "nonsense"]), "schedules");
    expect(list?.items).toEqual([
      { journey: { TotalJourney: {} }, leg: undefined },
      { journey: "nonsense", leg: undefined },
    ]);
  });
});

describe.each([
  ["flight-status", statusAnswer, statusFlight()],
  ["flight-information", informationAnswer, informationFlight()],
] as const)("%s", (stream, toAnswer, flight) => {
  test("a list, and a list of one as an object", () => {
    expect(flightList(toAnswer([flight, flight], 52), stream)).toEqual({
      items: [flight, flight],
      pageRows: 2,
      totalCount: 52,
    });
    expect(flightList(toAnswer(flight), stream)?.items).toEqual([flight]);
  });

  test.each([
    [7, 7],
    ["7", 7],
    [0, 0],
    ["", null],
    [-1, null],
    [1.5, null],
    ["many", null],
    [null, null],
  ])("a count of %j is %j", (sent, count) => {
    expect(flightList(toAnswer([], sent), stream)?.totalCount).toBe(count);
  });

  test("nothing there is an empty list", () => {
    const [root = ""] = Object.keys(toAnswer([]));
    for (const body of [{}, { Flights: {} }, { Flights: null }, { Flights: { Flight: {} } }]) {
      expect(flightList({ [root]: body }, stream)).toEqual({
        items: [],
        pageRows: 0,
        totalCount: null,
      });
    }
  });

  test("flights that are no object are no answer", () => {
    const [root = ""] = Object.keys(toAnswer([]));
    expect(flightList({ [root]: { Flights: "none" } }, stream)).toBeNull();
  });
});

test("what has another root is no answer of this stream", () => {
  const bodies = [null, "text", [], {}, { ScheduleResource: [] }, { Error: "Gateway Timeout" }];
  for (const body of [...bodies, statusAnswer(statusFlight())]) {
    expect(flightList(body, "schedules")).toBeNull();
  }
  expect(flightList(statusAnswer(statusFlight()), "flight-information")).toBeNull();
});

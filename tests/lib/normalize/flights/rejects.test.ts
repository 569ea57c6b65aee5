import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import {
  informationAnswer,
  informationFlight,
  journey,
  leg,
  readAnswer,
  scheduleAnswer,
  statusAnswer,
  statusFlight,
} from "./sent-answers";

const departing = (given: object) => ({
  Departure: { ...statusFlight().Departure, ...given },
});
const carriers = (operating: unknown, marketing?: unknown) => ({
  OperatingCarrier: operating,
  MarketingCarrier: marketing,
});

describe("a flight that cannot be named is a reject", () => {
  test.each([
    ["missing_carrier", "OperatingCarrier.AirlineID", null, carriers(undefined)],
    ["missing_carrier", "MarketingCarrier.AirlineID", null, carriers({}, { FlightNumber: "1" })],
    [
      "invalid_carrier",
      "OperatingCarrier.AirlineID",
      "L",
      carriers({ AirlineID: "L", FlightNumber: "1" }),
    ],
    [
      "invalid_carrier",
      "OperatingCarrier.AirlineID",
      "12",
      carriers({ AirlineID: "12", FlightNumber: "1" }),
    ],
    ["missing_number", "OperatingCarrier.FlightNumber", null, carriers({ AirlineID: "LH" })],
    ["missing_number", "MarketingCarrier.FlightNumber", null, carriers({}, { AirlineID: "LH" })],
    [
      "invalid_number",
      "OperatingCarrier.FlightNumber",
      "12345",
      carriers({ AirlineID: "LH", FlightNumber: "12345" }),
    ],
    [
      "invalid_number",
      "OperatingCarrier.FlightNumber",
      "0",
      carriers({ AirlineID: "LH", FlightNumber: 0 }),
    ],
    [
      "invalid_number",
      "MarketingCarrier.FlightNumber",
      "A1",
      carriers({ AirlineID: "CL" }, { AirlineID: "LH", FlightNumber: "A1" }),
    ],
    ["missing_airport", "Departure.AirportCode", " ", departing({ AirportCode: " " })],
    ["invalid_airport", "Departure.AirportCode", "FRAX", departing({ AirportCode: "FRAX" })],
    ["missing_airport", "Arrival.AirportCode", null, { Arrival: [] }],
    [
      "missing_time",
      "Departure.ScheduledTimeLocal.DateTime",
      null,
      departing({ ScheduledTimeLocal: {}, ScheduledTimeUTC: {} }),
    ],
    [
      "invalid_time",
      "Departure.ScheduledTimeLocal.DateTime",
      "2030-02-30T10:00",
      departing({ ScheduledTimeLocal: { DateTime: "2030-02-30T10:00" }, ScheduledTimeUTC: {} }),
    ],
  ])("%s in %s: %j", (rule, field, value, given) => {
    const flight = statusFlight(given);
    const reading = readAnswer("flight-status", statusAnswer([statusFlight(), flight]));
    expect([reading.observed.length, reading.fetched]).toEqual([1, 2]);
    expect(reading.rejects).toMatchObject([
      { rule, field, value, payloadId: "payload-1", sample: JSON.stringify(flight) },
    ]);
    expect(reading.rejects[0]?.message).toMatch(
      /^The .+\. It is kept in the raw answer|^Nothing|^One end/,
    );
  });

  test("its key names it as far as it can be", () => {
    const key = (given: object) =>
      readAnswer("flight-status", statusAnswer(statusFlight({ ...given }))).rejects[0]?.key;
    expect(key(departing({ AirportCode: null }))).toBe("LH900 ?-LHR 2030-05-01T07:10");
    expect(key(carriers({ AirlineID: "lh" }))).toBe("LH? FRA-LHR 2030-05-01T07:10");
    expect(key({ ...carriers({}), Departure: {}, Arrival: {} })).toBe("?? ?-? ?");
    expect(key(carriers({ AirlineID: "L".repeat(99), FlightNumber: 1 }))).toHaveLength(60);
  });

  test("paths are those of the stream", () => {
    const missing = { Departure: { AirportCode: "FRA" } };
    const information = informationAnswer(informationFlight({}, missing));
    expect(readAnswer("flight-information", information).rejects).toMatchObject([
      { rule: "missing_time", field: "Departure.Scheduled" },
    ]);
    const halfTime = informationFlight();
    const dateOnly = { ...halfTime.Departure, Scheduled: { Date: "2030-05-01" } };
    const half = informationAnswer({ ...halfTime, Departure: dateOnly });
    expect(readAnswer("flight-information", half).rejects).toMatchObject([
      { rule: "invalid_time", field: "Departure.Scheduled", value: "2030-05-01T" },
    ]);
  });
});

test("what is no flight at all is a reject too", () => {
  const items = ["LH900", 7, null, ["LH900"], true];
  for (const [stream, answer] of [
    ["flight-status", statusAnswer(items)],
    ["flight-information", informationAnswer(items)],
    ["schedules", scheduleAnswer([journey(items)])],
  ] as const) {
    const { observed, rejects, fetched } = readAnswer(stream, answer);
    expect([observed.length, rejects.length, fetched]).toEqual([0, 5, 5]);
    expect(new Set(rejects.map(({ rule }) => rule))).toEqual(new Set(["unreadable_record"]));
  }
});

test("a journey without legs is told of", () => {
  const { rejects } = readAnswer(
    "schedules",
    scheduleAnswer([{ TotalJourney: { Duration: "PT1H" } }, journey(leg())]),
  );
  expect(rejects).toMatchObject([
    {
      rule: "unreadable_record",
      field: null,
      value: null,
      sample: '{"journey":{"TotalJourney":{"Duration":"PT1H"}}}',
    },
  ]);
});

test("a value that is no text is shown as JSON, cut to what fits", () => {
  const flight = statusFlight(carriers({ AirlineID: ["x".repeat(300)], FlightNumber: 1 }));
  const long = statusFlight(departing({ AirportCode: "x".repeat(300) }));
  const { rejects } = readAnswer("flight-status", statusAnswer([flight, long]));
  expect(rejects.map(({ rule, value }) => [rule, value?.length])).toEqual([
    ["missing_carrier", undefined],
    ["invalid_airport", 255],
  ]);
});

test("an answer of something else is no answer of this stream: kept raw, nothing stored", () => {
  for (const json of [null, [], { Error: "x" }, scheduleAnswer([])]) {
    expect(() => readAnswer("flight-status", json)).toThrow(AppError);
    expect(() => readAnswer("flight-status", json)).toThrow(
      /holds no FlightStatusResource, where flight-status used to be\. It is kept raw/,
    );
  }
});

test("an answer without flights has none", () => {
  expect(readAnswer("flight-status", statusAnswer([], 0))).toMatchObject({
    fetched: 0,
    observed: [],
    rejects: [],
    drift: [],
    totalCount: 0,
  });
});

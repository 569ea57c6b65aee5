import { describe, expect, test } from "vitest";
import { ofInformation, ofSchedule, ofStatus } from "./observe-one";
import {
  informationSide,
  journey,
  leg,
  OBSERVED_AT,
  readAnswer,
  scheduleAnswer,
  statusAnswer,
  statusFlight,
} from "./sent-answers";

describe("where an observation comes from", () => {
  test("stream, time, payload, window, and its place in the answer", () => {
    const { observed } = readAnswer(
      "flight-status",
      statusAnswer([statusFlight(), "nonsense", statusFlight()]),
    );
    expect(observed).toMatchObject(
      [0, 2].map((item) => ({
        stream: "flight-status",
        observedAt: OBSERVED_AT,
        payloadId: "payload-1",
        payloadHash: "ab".repeat(32),
        window: "FRA-LHR 2030-05-01",
        item,
      })),
    );
  });

  test("each leg of a schedule has a place of its own", () => {
    const journeys = [journey([leg(), leg()]), journey(leg()), journey([leg(), leg()])];
    const { observed, pageRows, fetched } = readAnswer("schedules", scheduleAnswer(journeys));
    expect(observed.map(({ item }) => item)).toEqual([0, 1, 2, 3, 4]);
    expect([pageRows, fetched]).toEqual([3, 5]);
  });
});

describe("service type", () => {
  const typeOf = (aircraft: unknown, airport = "FRA") =>
    ofInformation({
      Equipment: aircraft === undefined ? undefined : { AircraftCode: aircraft },
      Departure: informationSide({ airport, scheduled: "2030-05-01T07:10", code: "DP" }),
    })?.said.serviceType;

  test.each([
    ["32N", "FRA", "air"],
    ["TRN", "FRA", "rail"],
    ["BUS", "FRA", "bus"],
    ["RFS", "FRA", "bus"],
    ["trn", "QKL", "rail"],
    ["BUS", "QKL", "bus"],
    ["32N", "QKL", "rail"],
    [undefined, "QKL", "rail"],
    ["32N", "ZBS", "bus"],
    ["32N", "ZHB", "other"],
    ["32N", "QQQ", "air"],
  ])("%s from %s is %s", (aircraft, airport, expected) => {
    expect(typeOf(aircraft, airport)).toBe(expected);
  });

  test("without equipment, airports alone say nothing", () => {
    expect(typeOf(undefined)).toBeNull();
  });

  test("the arriving end tells it as well", () => {
    const arrival = informationSide({
      airport: "QKL",
      scheduled: "2030-05-01T08:10",
      code: "LD",
    });
    expect(ofInformation({ Arrival: arrival })?.said.serviceType).toBe("rail");
  });
});

describe("the rest", () => {
  test("a whole flight of flight status", () => {
    expect(ofStatus()).toMatchObject({
      origin: "FRA",
      destination: "LHR",
      flightDate: "2030-05-01",
      said: {
        departureTerminal: "1",
        departureGate: "A20",
        arrivalTerminal: null,
        arrivalGate: null,
        aircraftType: "32N",
        registration: "DAINA",
        serviceType: "air",
        stops: null,
      },
    });
  });

  test.each([
    [{ Name: "1" }, "1", null],
    [{ Gate: "007" }, null, "007"],
    [{ Name: 1, Gate: 7 }, "1", "7"],
    [{ Name: " Station ", Gate: "Area A" }, "Station", "Area A"],
    [{}, null, null],
    ["1", null, null],
  ])("a terminal of %j", (terminal, name, gate) => {
    const departure = { ...statusFlight().Departure, Terminal: terminal };
    expect(ofStatus({ Departure: departure })?.said).toMatchObject({
      departureTerminal: name,
      departureGate: gate,
    });
  });

  test("aircraft as a number", () => {
    expect(ofSchedule({ Equipment: { AircraftCode: 320 } })?.said.aircraftType).toBe("320");
  });

  test("what is too long to be right is noted, and not kept", () => {
    const given = {
      Equipment: { AircraftCode: "AIRBUS", AircraftRegistration: "D".repeat(11) },
      FlightStatus: { Code: "DEPARTED SOON", Definition: "x" },
    };
    const reading = readAnswer("flight-status", statusAnswer(statusFlight(given)));
    expect(reading.observed[0]?.said).toMatchObject({ aircraftType: null, registration: null });
    expect(reading.drift.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      "new_code Flights.Flight[].FlightStatus.Code",
      "unusable_value Flights.Flight[].Equipment.AircraftCode",
      "unusable_value Flights.Flight[].Equipment.AircraftRegistration",
      "unusable_value Flights.Flight[].FlightStatus.Code",
    ]);
  });

  test.each([
    [0, 0],
    [1, 1],
    ["2", 2],
    [-1, null],
    ["some", null],
    [undefined, null],
  ])("%j stops are %j", (sent, stops) => {
    const details = { ...leg().Details, Stops: { StopQuantity: sent } };
    expect(ofSchedule({ Details: details })?.said.stops).toBe(stops);
  });
});

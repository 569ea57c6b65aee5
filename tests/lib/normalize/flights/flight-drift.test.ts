import { describe, expect, test } from "vitest";
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

const driftOf = (...[stream, json]: Parameters<typeof readAnswer>) =>
  readAnswer(stream, json).drift.map(({ kind, path, found }) => `${kind} ${path} ${found}`);

const onBoard = {
  InflightEntertainment: true,
  Compartment: { ClassCode: "Y", ClassDesc: "Economy", FlyNet: true, Usb: false },
};

describe("what is known is no drift", () => {
  test.each([
    ["schedules", scheduleAnswer([journey([leg(), leg()]), journey(leg())])],
    ["schedules", scheduleAnswer(journey(leg({ OperatingCarrier: { AirlineID: "CL" } })))],
    [
      "schedules",
      scheduleAnswer(
        journey(leg({ Equipment: { AircraftCode: "32N", OnBoardEquipment: onBoard } })),
      ),
    ],
    ["flight-status", statusAnswer([statusFlight()])],
    ["flight-status", statusAnswer(statusFlight({ ServiceType: undefined }))],
    ["flight-information", informationAnswer([informationFlight()])],
    ["flight-information", informationAnswer([], 0)],
    [
      "flight-information",
      informationAnswer(
        informationFlight(
          { departure: "NO", arrival: "NO", overall: "CD" },
          {
            MarketingCarrierList: { MarketingCarrier: { AirlineID: "UA", FlightNumber: "8843" } },
          },
        ),
      ),
    ],
  ] as const)("%s", (stream, json) => {
    expect(driftOf(stream, json)).toEqual([]);
  });
});

describe("what differs is found, and the flight is kept", () => {
  test("numbers where texts are known", () => {
    const flight = statusFlight({
      OperatingCarrier: { AirlineID: "LH", FlightNumber: 900 },
      Equipment: { AircraftCode: 320 },
    });
    const reading = readAnswer("flight-status", statusAnswer([flight, flight]));
    expect(reading.observed).toHaveLength(2);
    expect(reading.drift).toMatchObject([
      {
        kind: "changed_type",
        path: "Flights.Flight[].OperatingCarrier.FlightNumber",
        found: "number",
        count: 2,
      },
      { path: "Flights.Flight[].Equipment.AircraftCode", found: "number", count: 2 },
    ]);
  });

  test("new and missing fields, and new codes", () => {
    const { Equipment: _, ...rest } = informationFlight({ departure: "XY" });
    const json = informationAnswer({ ...rest, Cause: "weather" });
    expect(driftOf("flight-information", json)).toEqual([
      "new_code Flights.Flight[].Departure.Status.Code XY",
      "missing_field Flights.Flight[].Equipment ",
      "new_field Flights.Flight[].Cause text",
    ]);
  });

  test("in the legs of schedules", () => {
    const json = scheduleAnswer([journey([leg({ Stopover: {} }), leg({ Stopover: {} })])]);
    expect(driftOf("schedules", json)).toEqual(["new_field Schedule[].Flight[].Stopover object"]);
  });

  test("a leg that is a text", () => {
    expect(driftOf("schedules", scheduleAnswer([journey(["LH900"])]))).toEqual([
      "changed_type Schedule[].Flight[] text",
    ]);
  });
});

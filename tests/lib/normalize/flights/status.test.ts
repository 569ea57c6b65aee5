import { describe, expect, test } from "vitest";
import { ofInformation, ofSchedule, ofStatus } from "./observe-one";
import {
  informationAnswer,
  informationFlight,
  readAnswer,
  statusAnswer,
  statusFlight,
} from "./sent-answers";

describe("status", () => {
  test("what is in a schedule is scheduled", () => {
    expect(ofSchedule()?.said).toMatchObject({
      status: "scheduled",
      statusCode: null,
      departureStatusCode: null,
    });
  });

  test.each([
    ["NA", "scheduled"],
    ["DP", "departed"],
    ["LD", "landed"],
    ["CD", "cancelled"],
    ["DV", "diverted"],
    ["RT", "rerouted"],
    ["ZZ", "unknown"],
  ])("flight status %s is %s, and the codes are kept", (code, status) => {
    expect(ofStatus({ FlightStatus: { Code: code, Definition: "x" } })?.said).toMatchObject({
      status,
      statusCode: code,
      departureStatusCode: "DL",
      arrivalStatusCode: "OT",
    });
  });

  test.each([
    ["DP", "LD", "LD", "landed"],
    ["NO", "NO", "CD", "cancelled"],
    ["DP", "OT", "OT", "departed"],
    ["OT", "OT", "OT", "scheduled"],
    ["DP", "DL", "DL", "departed"],
    ["DP", "LD", "DV", "diverted"],
    ["DP", "FE", "FE", "departed"],
    ["DL", "LD", "DL", "landed"],
    ["OT", "LD", "OT", "landed"],
    ["DP", "LD", "DP", "landed"],
    ["OT", "OT", "DP", "departed"],
    ["OT", "OT", "NA", "scheduled"],
    ["OT", "OT", "ZZ", "unknown"],
  ])("flight information %s %s %s is %s", (departure, arrival, overall, status) => {
    expect(ofInformation({}, { departure, arrival, overall })?.said).toMatchObject({
      status,
      statusCode: overall,
      departureStatusCode: departure,
      arrivalStatusCode: arrival,
    });
  });

  test("no code is nothing said", () => {
    expect(ofStatus({ FlightStatus: {} })?.said.status).toBeNull();
    const silent = informationFlight({ departure: "", arrival: "" }, { Status: undefined });
    const [flight] = readAnswer("flight-information", informationAnswer(silent)).observed;
    expect(flight?.said).toMatchObject({ status: null, statusCode: null });
  });

  test("a code never seen is a finding", () => {
    const flight = statusFlight({ FlightStatus: { Code: "ZZ", Definition: "x" } });
    expect(readAnswer("flight-status", statusAnswer(flight)).drift).toEqual([
      {
        kind: "new_code",
        path: "Flights.Flight[].FlightStatus.Code",
        found: "ZZ",
        count: 1,
        payloadId: "payload-1",
      },
    ]);
  });
});

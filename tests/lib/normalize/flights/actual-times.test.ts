import { describe, expect, test } from "vitest";
import {
  informationAnswer,
  informationFlight,
  informationSide,
  readAnswer,
  statusAnswer,
  statusFlight,
} from "./sent-answers";
import { saidOf } from "./sent-times";

describe("what the source calls Actual", () => {
  const information = (departure: string, arrival: string, overall: string) =>
    saidOf(
      readAnswer(
        "flight-information",
        informationAnswer(informationFlight({ departure, arrival, overall })),
      ),
    );
  const times = (said: ReturnType<typeof information>) =>
    [said.estimatedDeparture, said.actualDeparture, said.estimatedArrival, said.actualArrival].map(
      (time) => time?.local.slice(11) ?? null,
    );

  test.each([
    ["DP", "LD", "LD", [null, "07:30", null, "08:05"]],
    ["DP", "OT", "OT", [null, "07:30", "08:05", null]],
    ["OT", "OT", "OT", ["07:30", null, "08:05", null]],
    ["DL", "LD", "DL", ["07:30", null, null, "08:05"]],
    ["DP", "LD", "DV", [null, "07:30", null, "08:05"]],
    ["NO", "NO", "CD", ["07:30", null, "08:05", null]],
    ["dp", "ld", "ld", [null, "07:30", null, "08:05"]],
  ])("flight information %s %s %s", (departure, arrival, overall, expected) => {
    expect(times(information(departure, arrival, overall))).toEqual(expected);
  });

  test.each([
    ["LD", [null, "07:30", null, "08:05"]],
    ["DP", [null, "07:30", "08:05", null]],
    ["NA", ["07:30", null, "08:05", null]],
    ["DV", ["07:30", null, "08:05", null]],
    ["CD", ["07:30", null, "08:05", null]],
  ])("flight status %s", (code, expected) => {
    const flight = statusFlight({ FlightStatus: { Code: code, Definition: "x" } });
    expect(times(saidOf(readAnswer("flight-status", statusAnswer(flight))))).toEqual(expected);
  });

  test("an estimate of its own wins over a forecast in Actual, and stands beside what happened", () => {
    const departure = (code: string) =>
      saidOf(
        readAnswer(
          "flight-information",
          informationAnswer(
            informationFlight(
              {},
              {
                Departure: informationSide({
                  airport: "FRA",
                  scheduled: "2030-05-01T07:10",
                  estimated: "2030-05-01T07:25",
                  actual: "2030-05-01T07:30",
                  code,
                }),
              },
            ),
          ),
        ),
      );
    expect(times(departure("DL")).slice(0, 2)).toEqual(["07:25", null]);
    expect(times(departure("DP")).slice(0, 2)).toEqual(["07:25", "07:30"]);
  });
});

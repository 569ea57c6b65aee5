import { describe, expect, test } from "vitest";
import { readAnswer, statusAnswer, statusFlight } from "./sent-answers";
import { derived, landed, saidOf, scheduled, side } from "./sent-times";

describe("UTC from the zones of both airports", () => {
  test("Tokyo to Newark arrives, by the clocks there, before it departs", () => {
    const said = scheduled(["HND", "2030-05-01T17:00"], ["EWR", "2030-05-01T16:55"], "PT12H55M");
    expect(said).toMatchObject({
      scheduledDeparture: derived("2030-05-01T17:00", "2030-05-01T08:00Z"),
      scheduledArrival: derived("2030-05-01T16:55", "2030-05-01T20:55Z"),
    });
  });

  test("Auckland to Honolulu arrives the day before; the flight is of the day it departs", () => {
    const said = scheduled(["AKL", "2030-05-02T00:15"], ["HNL", "2030-05-01T10:45"], "PT8H30M");
    expect(said).toMatchObject({
      flightDate: "2030-05-02",
      scheduledDeparture: derived("2030-05-02T00:15", "2030-05-01T12:15Z"),
      scheduledArrival: derived("2030-05-01T10:45", "2030-05-01T20:45Z"),
    });
  });

  test("Kathmandu is 5 hours and 45 minutes ahead", () => {
    const said = scheduled(["KTM", "2030-05-01T09:00"], ["FRA", "2030-05-01T14:10"]);
    expect(said.scheduledDeparture).toEqual(derived("2030-05-01T09:00", "2030-05-01T03:15Z"));
    expect(said).toMatchObject({
      departureTimeZone: "Asia/Kathmandu",
      arrivalTimeZone: "Europe/Berlin",
    });
  });

  test.each(["XXX", "QQQ"])("%s has no zone: flagged, not guessed", (airport) => {
    const said = scheduled([airport, "2030-05-01T09:00"], ["FRA", "2030-05-01T14:10"], "PT4H");
    expect(said).toMatchObject({
      scheduledDeparture: { local: "2030-05-01T09:00", utc: null, basis: "no_zone" },
      scheduledArrival: derived("2030-05-01T14:10", "2030-05-01T12:10Z"),
      departureTimeZone: null,
    });
  });
});

describe("what is sent and cannot be so", () => {
  test("UTC is taken as sent, also where the zone says otherwise", () => {
    const said = landed({ Scheduled: "2030-05-01T07:10 2030-05-01T06:10Z" }, {});
    expect(said.scheduledDeparture).toMatchObject({ utc: "2030-05-01T06:10Z", basis: "sent" });
  });

  test("UTC alone gives the wall time of the zone", () => {
    const said = landed({ Scheduled: " 2030-04-30T23:10Z" }, {});
    expect(said).toMatchObject({
      flightDate: "2030-05-01",
      scheduledDeparture: { local: "2030-05-01T01:10", utc: "2030-04-30T23:10Z", basis: "sent" },
    });
  });

  test("a time that is none is noted by its path; the flight and its other times stay", () => {
    const flight = statusFlight({
      Departure: side("FRA", {
        Scheduled: "2030-05-01T07:10 noon",
        Estimated: "2030-05-01T25:10",
      }),
      Arrival: side("XXX", { Scheduled: "soon", Actual: " 2030-05-01T07:00Z" }),
    });
    const reading = readAnswer("flight-status", statusAnswer(flight));
    expect(saidOf(reading)).toMatchObject({
      scheduledDeparture: derived("2030-05-01T07:10", "2030-05-01T05:10Z"),
      estimatedDeparture: null,
      scheduledArrival: null,
      actualArrival: null,
    });
    const unusable = reading.drift.filter(({ kind }) => kind === "unusable_value");
    expect(unusable.map(({ path, found }) => `${path} ${found}`)).toEqual([
      "Flights.Flight[].Departure.ScheduledTimeUTC.DateTime noon",
      "Flights.Flight[].Departure.EstimatedTimeLocal.DateTime 2030-05-01T25:10",
      "Flights.Flight[].Arrival.ScheduledTimeLocal.DateTime soon",
      "Flights.Flight[].Arrival.ActualTimeUTC.DateTime 2030-05-01T07:00Z",
    ]);
  });
});

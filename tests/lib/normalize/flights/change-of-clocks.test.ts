import { describe, expect, test } from "vitest";
import { journey, leg, readAnswer, scheduleAnswer } from "./sent-answers";
import { derived, landed, scheduled, side } from "./sent-times";

describe("the night when clocks go forward", () => {
  test("02:30 does not exist: 01:30 UTC, and said so", () => {
    const said = scheduled(["FRA", "2030-03-31T02:30"], ["LHR", "2030-03-31T04:00"], "PT1H30M");
    expect(said.scheduledDeparture).toEqual({
      local: "2030-03-31T02:30",
      utc: "2030-03-31T01:30Z",
      basis: "shifted",
    });
  });

  test("around it, time is as ever", () => {
    const said = scheduled(["FRA", "2030-03-31T01:30"], ["BER", "2030-03-31T03:40"]);
    expect(said).toMatchObject({
      scheduledDeparture: derived("2030-03-31T01:30", "2030-03-31T00:30Z"),
      scheduledArrival: derived("2030-03-31T03:40", "2030-03-31T01:40Z"),
    });
  });
});

describe("the night when 02:30 comes twice", () => {
  const arrival = (local: string, duration?: string) =>
    scheduled(["KTM", "2030-10-27T00:00"], ["FRA", local], duration).scheduledArrival;
  const departure = (local: string, duration?: string) =>
    scheduled(["FRA", local], ["LHR", "2030-10-27T03:00"], duration).scheduledDeparture;

  test("the block time decides, at either end", () => {
    // Kathmandu at midnight is 18:15 UTC.
    expect(arrival("2030-10-27T02:30", "PT6H15M")).toEqual(
      derived("2030-10-27T02:30", "2030-10-27T00:30Z"),
    );
    expect(arrival("2030-10-27T02:30", "PT7H15M")).toEqual(
      derived("2030-10-27T02:30", "2030-10-27T01:30Z"),
    );
    expect(departure("2030-10-27T02:30", "PT2H30M")).toEqual(
      derived("2030-10-27T02:30", "2030-10-27T00:30Z"),
    );
    expect(departure("2030-10-27T02:30", "PT1H30M")).toEqual(
      derived("2030-10-27T02:30", "2030-10-27T01:30Z"),
    );
  });

  test.each([undefined, "PT9H", "PT6H45M", "", "nonsense"])(
    "a block time of %j does not: the earlier one, and said so",
    (duration) => {
      expect(arrival("2030-10-27T02:30", duration ?? "")).toEqual({
        local: "2030-10-27T02:30",
        utc: "2030-10-27T00:30Z",
        basis: "earlier",
      });
    },
  );

  test("on Lord Howe the two lie half an hour apart, and the block time decides all the same", () => {
    const at = (duration: string) =>
      scheduled(["KTM", "2030-04-06T12:00"], ["LDH", "2030-04-07T01:45"], duration)
        .scheduledArrival;
    // Kathmandu at noon is 06:15 UTC.
    expect(at("PT8H30M")).toEqual(derived("2030-04-07T01:45", "2030-04-06T14:45Z"));
    expect(at("PT9H")).toEqual(derived("2030-04-07T01:45", "2030-04-06T15:15Z"));
    expect(at("PT8H45M")?.basis).toBe("earlier");
  });

  test("the time of a whole journey says nothing of one of its legs", () => {
    const legs = [
      leg({
        Departure: side("KTM", { Scheduled: "2030-10-27T00:00" }),
        Arrival: side("FRA", { Scheduled: "2030-10-27T02:30" }),
      }),
      leg(),
    ];
    const { observed } = readAnswer("schedules", scheduleAnswer(journey(legs, "PT7H15M")));
    expect(observed[0]?.said.scheduledArrival?.basis).toBe("earlier");
  });

  test("both ends in that hour: decided where only one pair has the block time", () => {
    const both = (out: string, back: string, duration: string) => {
      const said = scheduled(["FRA", out], ["BER", back], duration);
      return [said.scheduledDeparture, said.scheduledArrival].map(
        (time) => `${time?.utc?.slice(11)} ${time?.basis}`,
      );
    };
    expect(both("2030-10-27T02:50", "2030-10-27T02:05", "PT15M")).toEqual([
      "00:50Z derived",
      "01:05Z derived",
    ]);
    expect(both("2030-10-27T02:10", "2030-10-27T02:55", "PT45M")).toEqual([
      "00:10Z earlier",
      "00:55Z earlier",
    ]);
  });

  test("without a block time, an arrival is at least after its departure", () => {
    const said = scheduled(["BER", "2030-10-27T02:50"], ["FRA", "2030-10-27T02:30"], "");
    expect(said).toMatchObject({
      scheduledDeparture: { utc: "2030-10-27T00:50Z", basis: "derived" },
      scheduledArrival: { utc: "2030-10-27T01:30Z", basis: "derived" },
    });
  });

  test("for what happened, the scheduled block decides with the other side", () => {
    const arrivals = { Scheduled: "2030-10-27T03:30 2030-10-27T02:30Z" };
    const out = { Scheduled: "2030-10-27T01:20 2030-10-26T23:20Z" };
    // Scheduled block: 3 h 10.
    const early = landed(
      { ...out, Actual: "2030-10-26T23:15 2030-10-26T21:15Z" },
      { ...arrivals, Actual: "2030-10-27T02:30" },
    );
    expect(early.actualArrival).toEqual(derived("2030-10-27T02:30", "2030-10-27T00:30Z"));
    const late = landed(
      { ...out, Actual: "2030-10-27T00:15 2030-10-26T22:15Z" },
      { ...arrivals, Actual: "2030-10-27T02:30" },
    );
    expect(late.actualArrival).toEqual(derived("2030-10-27T02:30", "2030-10-27T01:30Z"));
    const departed = landed(
      { Scheduled: "2030-10-27T01:20 2030-10-26T23:20Z", Actual: "2030-10-27T02:10" },
      { ...arrivals, Actual: "2030-10-27T04:22 2030-10-27T03:22Z" },
    );
    expect(departed.actualDeparture).toEqual(derived("2030-10-27T02:10", "2030-10-27T00:10Z"));
  });

  test("an open scheduled time is no block to rest on", () => {
    const said = landed(
      { Scheduled: "2030-10-26T21:00", Actual: "2030-10-26T21:00" },
      { Scheduled: "2030-10-27T02:10", Actual: "2030-10-27T02:15" },
    );
    expect(said).toMatchObject({
      scheduledArrival: { utc: "2030-10-27T00:10Z", basis: "earlier" },
      actualArrival: { utc: "2030-10-27T00:15Z", basis: "earlier" },
    });
  });

  test("UTC that was sent needs no decision", () => {
    const said = landed(
      { Scheduled: "2030-10-27T02:30 2030-10-27T01:30Z" },
      { Scheduled: "2030-10-27T03:40 2030-10-27T02:40Z" },
    );
    expect(said.scheduledDeparture).toEqual({
      local: "2030-10-27T02:30",
      utc: "2030-10-27T01:30Z",
      basis: "sent",
    });
  });
});

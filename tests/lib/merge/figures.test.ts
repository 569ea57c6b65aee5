import { describe, expect, it } from "vitest";
import { mergeFlights } from "@/lib/merge/merge-flights";
import type { FlightSaid, FlightStatus } from "@/lib/model/flight";
import { observed, wallTime } from "../../fakes/flight-observations";

const flown = (said: Partial<FlightSaid>) => {
  const at = "2030-05-01T12:00";
  const [flight] = mergeFlights({ observations: [observed({ at, said })], answers: [] });
  return flight;
};
const landed = {
  status: "landed" as FlightStatus,
  actualDeparture: wallTime("07:21"),
  scheduledArrival: wallTime("08:10"),
  actualArrival: wallTime("08:05"),
};

describe("delays and block times", () => {
  it("are minutes between UTC instants, early ones negative", () => {
    expect(flown(landed)).toMatchObject({
      departureDelayMinutes: 11,
      arrivalDelayMinutes: -5,
      scheduledBlockMinutes: 60,
      actualBlockMinutes: 44,
    });
  });

  it("do not depend on wall times: HND-EWR arrives before it departs", () => {
    const scheduledDeparture = { local: "2030-05-01T17:00", utc: "2030-05-01T08:00Z" };
    const scheduledArrival = { local: "2030-05-01T16:50", utc: "2030-05-01T20:50Z" };
    const basis = "derived" as const;
    expect(
      flown({
        scheduledDeparture: { ...scheduledDeparture, basis },
        scheduledArrival: { ...scheduledArrival, basis },
      })?.scheduledBlockMinutes,
    ).toBe(770);
  });

  it("are unknown where an airport has no zone", () => {
    expect(flown({ ...landed, actualArrival: wallTime("08:05", "no_zone") })).toMatchObject({
      departureDelayMinutes: 11,
      arrivalDelayMinutes: null,
      actualBlockMinutes: null,
    });
  });

  it.each(["diverted", "rerouted"] as const)("has no arrival to compare when %s", (status) => {
    expect(flown({ ...landed, status })).toMatchObject({
      departureDelayMinutes: 11,
      arrivalDelayMinutes: null,
      scheduledBlockMinutes: 60,
      actualBlockMinutes: null,
    });
  });

  it("are unknown before it happened", () => {
    expect(flown({ estimatedDeparture: wallTime("07:30") })).toMatchObject({
      departureDelayMinutes: null,
      arrivalDelayMinutes: null,
    });
  });
});

it("takes a flight for one in the air, without a stop and of unknown status, until somebody says otherwise", () => {
  expect(flown({})?.said).toMatchObject({ status: "unknown", serviceType: "air", stops: 0 });
  expect(flown({ serviceType: "rail", stops: 1 })?.said).toMatchObject({
    serviceType: "rail",
    stops: 1,
  });
});

it("says when it was seen first and last, and the payload of the newest answer", () => {
  const times = ["2030-05-01T06:00", "2030-04-29T06:00", "2030-04-30T06:00"];
  const [flight] = mergeFlights({
    observations: times.map((at) => observed({ at })),
    answers: [],
  });
  expect(flight).toMatchObject({
    firstSeenAt: new Date("2030-04-29T06:00Z"),
    lastSeenAt: new Date("2030-05-01T06:00Z"),
    payloadId: "payload of schedules at 2030-05-01T06:00",
  });
});

it("gives nothing of nothing", () => {
  expect(mergeFlights({ observations: [], answers: [] })).toEqual([]);
});

import { beforeAll, describe, expect, test } from "vitest";
import type { FlightTime, ObservedFlight } from "@/lib/model/flight";
import {
  type FlightAnswerReading,
  readFlightAnswer,
} from "@/lib/normalize/flights/read-flight-answer";
import { recordedDir } from "../../../recorded";
import { recordedBoards, recordedPlaces } from "../../../recorded-flights";

const keyOf = (flight: ObservedFlight): string =>
  [
    flight.carrier,
    flight.number,
    flight.suffix,
    flight.origin,
    flight.destination,
    flight.flightDate,
  ].join(" ");

/** Smallest value that at least this share of all are not above. */
const nearestRank = (values: readonly number[], share: number): number | undefined =>
  values.toSorted((one, other) => one - other)[Math.ceil(share * values.length) - 1];

const minutes = (later: FlightTime | null, earlier: FlightTime | null): number[] =>
  later?.utc && earlier?.utc ? [(Date.parse(later.utc) - Date.parse(earlier.utc)) / 60_000] : [];

/** The figures of the issue, as far as they need no history. */
function figures(flights: readonly ObservedFlight[]) {
  const departures = flights.flatMap(({ said }) =>
    minutes(said.actualDeparture, said.scheduledDeparture),
  );
  const arrivals = flights
    .filter(({ said }) => said.status !== "diverted")
    .flatMap(({ said }) => minutes(said.actualArrival, said.scheduledArrival));
  const late = (delays: readonly number[]) => delays.filter((delay) => delay >= 15).length;
  const having = (status: string) => flights.filter(({ said }) => said.status === status).length;
  return {
    flights: flights.length,
    departed: departures.length,
    late: late(departures),
    median: nearestRank(departures, 0.5),
    p90: nearestRank(departures, 0.9),
    arrived: arrivals.length,
    arrivedLate: late(arrivals),
    medianArrival: nearestRank(arrivals, 0.5),
    p90Arrival: nearestRank(arrivals, 0.9),
    cancelled: having("cancelled"),
    diverted: having("diverted"),
  };
}

describe.skipIf(!recordedDir)("recorded: twelve days of flight information", () => {
  let readings: FlightAnswerReading[] = [];
  let flights: ObservedFlight[] = [];

  beforeAll(() => {
    const dir = recordedDir ?? "";
    const findPlace = recordedPlaces(dir);
    readings = recordedBoards(dir).map(({ window, json }) =>
      readFlightAnswer({
        stream: "flight-information",
        json,
        observedAt: new Date("2024-09-15T00:00:00Z"),
        payloadId: window,
        payloadHash: window,
        window,
        findPlace,
      }),
    );
    const seen = readings.flatMap(({ observed }) => observed);
    flights = [...new Map(seen.map((flight) => [keyOf(flight), flight])).values()];
  });

  test("3,057 answers, 11,466 items, none rejected, whole pages", () => {
    const total = (count: (reading: FlightAnswerReading) => number) =>
      readings.reduce((sum, reading) => sum + count(reading), 0);
    expect(readings).toHaveLength(3057);
    expect(total(({ fetched }) => fetched)).toBe(11_466);
    expect(total(({ observed }) => observed.length)).toBe(11_466);
    expect(readings.flatMap(({ rejects }) => rejects)).toEqual([]);
    expect(readings.every(({ pageRows, totalCount }) => pageRows === totalCount)).toBe(true);
  });

  test("no drift", () => {
    expect(readings.flatMap(({ drift }) => drift)).toEqual([]);
  });

  test("the places of items are unique within each answer", () => {
    for (const { observed } of readings) {
      expect(new Set(observed.map(({ item }) => item)).size).toBe(observed.length);
    }
  });

  test("10,010 flights, 15,259 codeshares, 185 airports, 19 carriers", () => {
    expect(flights).toHaveLength(10_010);
    expect(flights.flatMap(({ codeshares }) => codeshares)).toHaveLength(15_259);
    const airports = flights.flatMap(({ origin, destination }) => [origin, destination]);
    expect(new Set(airports).size).toBe(185);
    expect(new Set(flights.map(({ carrier }) => carrier)).size).toBe(19);
  });

  test("a flight that was seen twice says the same twice", () => {
    const sayings = new Map<string, Set<string>>();
    for (const flight of readings.flatMap(({ observed }) => observed)) {
      const said = sayings.get(keyOf(flight)) ?? new Set();
      sayings.set(keyOf(flight), said.add(JSON.stringify([flight.said, flight.codeshares])));
    }
    expect([...sayings.values()].filter(({ size }) => size > 1)).toEqual([]);
  });

  test("the figures of all flights", () => {
    expect(figures(flights)).toMatchObject({
      flights: 10_010,
      departed: 9594,
      late: 5374,
      median: 18,
    });
  });

  test("67 are rail or road; the figures of air", () => {
    const air = flights.filter(({ said }) => said.serviceType === "air");
    expect(flights.length - air.length).toBe(67);
    expect(figures(air)).toEqual({
      flights: 9943,
      departed: 9584,
      late: 5372,
      median: 18,
      p90: 74,
      arrived: 9441,
      arrivedLate: 4284,
      medianArrival: 12,
      p90Arrival: 67,
      cancelled: 351,
      diverted: 24,
    });
  });

  test("every time has its UTC, derived by a zone", () => {
    const times = flights.flatMap(({ said }) =>
      [said.scheduledDeparture, said.scheduledArrival, said.actualDeparture].filter(
        (time) => time !== null,
      ),
    );
    expect(new Set(times.map(({ basis }) => basis))).toEqual(new Set(["derived"]));
  });

  test("scheduled flights last from 35 minutes to 15 hours: no zone is wrong by much", () => {
    const blocks = flights.flatMap(({ said }) =>
      minutes(said.scheduledArrival, said.scheduledDeparture),
    );
    expect([Math.min(...blocks), Math.max(...blocks)]).toEqual([35, 900]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { departureTimes } from "@/lib/merge/departure-times";
import { mergeFlights } from "@/lib/merge/merge-flights";
import { areApart, findSightings } from "@/lib/merge/sightings";
import { splitOperations } from "@/lib/merge/split-operations";
import type { ObservedFlight } from "@/lib/model/flight";
import { observed, wallTime } from "../../fakes/flight-observations";
import { observedGroups } from "../../fakes/observed-groups";
import { permutations } from "../../fakes/permutations";

/** Name and scheduled departure of each flight, in every order of what was observed. */
function departures(...observations: ObservedFlight[]): (string | undefined)[][] {
  const given = permutations(observations).map((order) =>
    mergeFlights({ observations: order, answers: [] }).map(({ operation, said }) => [
      operation,
      said.scheduledDeparture?.local.slice(11),
    ]),
  );
  const [first = []] = given;
  for (const other of given) expect(other).toEqual(first);
  return first;
}

/** A departure board that confirms a departure `late` minutes after schedule. */
const departed = (departs: string, at: string, actual: string) =>
  observed({
    departs,
    at,
    stream: "flight-information",
    said: { status: "departed", actualDeparture: wallTime(actual) },
  });

describe("LH 569 flies twice a day", () => {
  it("is two operations when one answer lists both departures", () => {
    const answer = { at: "2030-04-30T06:00", number: 569, carrier: "LH" };
    expect(
      departures(
        observed({ ...answer, item: 0, departs: "08:00" }),
        observed({ ...answer, item: 1, departs: "08:30" }),
      ),
    ).toEqual([
      ["", "08:00"],
      ["0830", "08:30"],
    ]);
  });

  it("is two operations when two boards confirm departures an hour or more apart", () => {
    expect(
      departures(
        departed("08:00", "2030-05-01T10:00", "08:10"),
        departed("09:00", "2030-05-01T14:00", "09:05"),
      ),
    ).toEqual([
      ["", "08:00"],
      ["0900", "09:00"],
    ]);
  });

  it("gives a retimed departure to the operation that lies nearer", () => {
    expect(
      departures(
        departed("08:00", "2030-05-01T10:00", "08:10"),
        observed({ at: "2030-04-30T06:00", departs: "13:30" }),
        departed("14:00", "2030-05-01T14:00", "14:05"),
      ),
    ).toEqual([
      ["", "08:00"],
      ["1330", "14:00"],
    ]);
  });

  it("tells three operations", () => {
    const at = "2030-04-30T06:00";
    const three = ["06:00", "12:00", "18:00"].map((departs, item) =>
      observed({ at, departs, item }),
    );
    expect(departures(...three).map(([name]) => name)).toEqual(["", "1200", "1800"]);
  });
});

describe("a flight that was retimed is one flight", () => {
  it("by some minutes", () => {
    expect(
      departures(
        observed({ at: "2030-04-29T06:00", departs: "07:10" }),
        observed({ at: "2030-04-30T06:00", departs: "07:25" }),
      ),
    ).toEqual([["", "07:25"]]);
  });

  it("by hours, while only one of the times was really flown", () => {
    expect(
      departures(
        observed({ at: "2030-04-29T06:00", departs: "07:10" }),
        departed("14:00", "2030-05-01T14:00", "14:05"),
      ),
    ).toEqual([["", "14:00"]]);
  });

  it("when two answers put the same departure under two schedules", () => {
    expect(
      departures(
        departed("08:00", "2030-05-01T08:00", "09:40"),
        departed("09:30", "2030-05-01T12:00", "09:40"),
      ),
    ).toEqual([["", "09:30"]]);
  });

  it("when it departed less than an hour from the other schedule", () => {
    expect(
      departures(
        departed("08:00", "2030-05-01T08:00", "08:10"),
        departed("08:59", "2030-05-01T12:00", "09:05"),
      ),
    ).toEqual([["", "08:59"]]);
  });
});

it("knows every departure time it had, so that a row that was named by one of them is found", () => {
  const at = "2030-04-29T06:00";
  const records = mergeFlights({
    observations: [
      observed({ at, departs: "08:00", item: 0 }),
      observed({ at, departs: "14:00", item: 1 }),
      observed({ at: "2030-04-30T06:00", departs: "13:50" }),
    ],
    answers: [],
  });
  expect(records.map(({ operation, departureTimes }) => [operation, departureTimes])).toEqual([
    ["", ["2030-05-01T08:00"]],
    ["1350", ["2030-05-01T13:50", "2030-05-01T14:00"]],
  ]);
});

it("never puts departures together that are apart, and orders operations by their first one", () => {
  fc.assert(
    fc.property(observedGroups(12), ({ observations }) => {
      const sightings = findSightings(observations);
      const operations = splitOperations(observations);
      expect(operations.flat()).toHaveLength(observations.length);
      const times = operations.map(departureTimes);
      expect(times.flat().toSorted()).toEqual(departureTimes(observations));
      const firsts = times.map(([first]) => first);
      expect(firsts).toEqual(firsts.toSorted());
      for (const own of times) {
        for (const [one, other] of own.flatMap((one) => own.map((other) => [one, other]))) {
          expect(areApart(sightings, one ?? "", other ?? "")).toBe(false);
        }
      }
    }),
    { numRuns: 150 },
  );
});

it("keeps numbers and suffixes apart", () => {
  const at = "2030-04-30T06:00";
  const records = mergeFlights({
    observations: [
      observed({ at, number: 1072, departs: "07:10", item: 0 }),
      observed({ at, number: 1070, departs: "07:10", item: 1, suffix: "D" }),
      observed({ at, number: 1070, departs: "07:10", item: 2 }),
    ],
    answers: [],
  });
  expect(records.map(({ number, suffix }) => `${number}${suffix}`)).toEqual([
    "1070",
    "1070D",
    "1072",
  ]);
});

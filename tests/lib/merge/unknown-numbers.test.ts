import { expect, it } from "vitest";
import { mergeFlights } from "@/lib/merge/merge-flights";
import type { FlightRecord, ObservedFlight } from "@/lib/model/flight";
import { observed } from "../../fakes/flight-observations";
import { permutations } from "../../fakes/permutations";

/** The flights, which must be the same in every order of what was observed. */
function merged(...observations: ObservedFlight[]): FlightRecord[] {
  const given = permutations(observations).map((order) =>
    mergeFlights({ observations: order, answers: [] }),
  );
  const [first = []] = given;
  for (const other of given) expect(other).toEqual(first);
  return first;
}

const names = (records: readonly FlightRecord[]) =>
  records.map(({ number, operation }) => (operation ? `${number} ${operation}` : String(number)));

/** Sold as LH 5771 and flown by Swiss: schedules do not say under which number of its own. */
const soldOnly = observed({
  at: "2030-04-28T06:00",
  number: 0,
  soldAs: ["LH5771"],
  said: { status: "scheduled" },
});
const withNumber = observed({
  at: "2030-04-29T06:00",
  numberText: "1070",
  soldAs: ["UA9047"],
  said: { departureGate: "A1" },
});

it("keeps a flight that is known by its codeshare only, under its departure time", () => {
  const [flight, ...others] = merged(soldOnly);
  expect(others).toEqual([]);
  expect(flight).toMatchObject({
    carrier: "LX",
    number: 0,
    numberText: "",
    operation: "0710",
    codeshares: [{ carrier: "LH", number: 5771 }],
    departureTimes: ["2030-05-01T07:10"],
  });
});

it("joins it to LX 1070 when that arrives, and the other way round", () => {
  const [flight, ...others] = merged(soldOnly, withNumber);
  expect(others).toEqual([]);
  expect(flight).toMatchObject({
    number: 1070,
    numberText: "1070",
    operation: "",
    codeshares: [
      { carrier: "LH", number: 5771 },
      { carrier: "UA", number: 9047 },
    ],
    departureTimes: ["2030-05-01T07:10"],
    firstSeenAt: soldOnly.observedAt,
    lastSeenAt: withNumber.observedAt,
  });
  expect(flight?.events.map(({ field }) => field)).toEqual(["seen", "departureGate"]);
});

it("joins by a departure time that the flight had before it was retimed", () => {
  const retimed = observed({ at: "2030-04-30T06:00", departs: "07:25" });
  const records = merged(soldOnly, withNumber, retimed);
  expect(names(records)).toEqual(["1070"]);
  expect(records[0]?.said.scheduledDeparture?.local).toBe("2030-05-01T07:25");
});

it("joins both times of a flight that was retimed while its number was unknown", () => {
  const later = observed({ at: "2030-04-30T06:00", number: 0, departs: "07:25" });
  const retimed = observed({ at: "2030-04-30T06:00", item: 1, departs: "07:25" });
  const [flight, ...others] = merged(soldOnly, withNumber, later, retimed);
  expect(others).toEqual([]);
  expect(flight?.departureTimes).toEqual(["2030-05-01T07:10", "2030-05-01T07:25"]);
});

it("joins the lowest number where several had that departure time", () => {
  const other = observed({ at: "2030-04-29T06:00", number: 1068, item: 1 });
  const records = merged(soldOnly, withNumber, other);
  expect(records.map(({ number, codeshares }) => [number, codeshares.length])).toEqual([
    [1068, 1],
    [1070, 1],
  ]);
  expect(records[0]?.codeshares).toEqual(soldOnly.codeshares);
});

it("joins the operation of the day that has that departure time", () => {
  const evening = observed({ at: "2030-04-29T06:00", departs: "19:00", item: 1 });
  const soldInTheEvening = observed({
    at: "2030-04-28T06:00",
    number: 0,
    departs: "19:00",
    soldAs: ["LH5773"],
  });
  const records = merged(withNumber, evening, soldInTheEvening);
  expect(names(records)).toEqual(["1070", "1070 1900"]);
  expect(records.map(({ codeshares }) => codeshares.map(({ number }) => number))).toEqual([
    [9047],
    [5773],
  ]);
});

it("leaves a flight alone whose departure time no known flight had", () => {
  const afternoon = observed({ at: "2030-04-28T06:00", number: 0, departs: "15:00" });
  expect(names(merged(withNumber, afternoon))).toEqual(["0 1500", "1070"]);
});

it("shows the longest text of a number, and knows codeshares by number, not by text", () => {
  const [flight] = merged(
    observed({ at: "2030-04-28T06:00", number: 50, numberText: "50", soldAs: ["UA047"] }),
    observed({ at: "2030-04-29T06:00", number: 50, numberText: "050", soldAs: ["UA47", "LX050"] }),
  );
  expect(flight).toMatchObject({
    number: 50,
    numberText: "050",
    codeshares: [{ carrier: "UA", number: 47, numberText: "047" }],
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { byGroup } from "@/lib/db/flights/flight-group";
import { mergeFlights } from "@/lib/merge/merge-flights";
import type { FlightRecord } from "@/lib/model/flight";
import { conflictingAnswers, type RawAnswer } from "../../fakes/conflicting-answers";
import { permutations } from "../../fakes/permutations";
import { readRawAnswer } from "../../fakes/read-raw-answer";

type Load = (answers: readonly RawAnswer[]) => FlightRecord[];

/** From answers as sent to rows, groups in the order of their names. */
const load: Load = (raw) => {
  const read = raw.map(readRawAnswer);
  const groups = byGroup(read.flatMap(({ observed }) => observed));
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, observations]) =>
      mergeFlights({ observations, answers: read.map(({ answer }) => answer) }),
    );
};

const everyOrderIsTheSame = (loader: Load) =>
  fc.property(conflictingAnswers(4), (answers) => {
    const given = permutations(answers).map((order) => JSON.stringify(loader(order)));
    expect(new Set(given).size).toBe(1);
  });

it("makes the same rows and events of conflicting answers, in every order of a few", () => {
  fc.assert(everyOrderIsTheSame(load), { numRuns: 60 });
});

it("would find out that the last loaded wins", () => {
  const lastLoadedWins: Load = (answers) => {
    const rows = new Map<string, FlightRecord>();
    for (const row of answers.flatMap((answer) => load([answer]))) {
      rows.set(`${row.flightDate} ${row.number} ${row.operation}`, row);
    }
    return [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  };
  expect(fc.check(everyOrderIsTheSame(lastLoadedWins)).failed).toBe(true);
});

const isSameFlight = (one: FlightRecord, other: FlightRecord) =>
  one.flightDate === other.flightDate &&
  one.number === other.number &&
  one.operation === other.operation;

const changed = (rows: readonly FlightRecord[], from: string, to: string) =>
  rows.some(({ events }) =>
    events.some(({ oldValue, newValue }) => oldValue === from && newValue === to),
  );

/** What the generator must bring about, else the properties above say little. */
type IsIn = (rows: readonly FlightRecord[], answers: readonly RawAnswer[]) => boolean;
const CONFLICTS: readonly [name: string, isIn: IsIn][] = [
  [
    "known by a codeshare only, and joined by another answer",
    (rows, answers) =>
      answers
        .flatMap((answer) => load([answer]))
        .some((alone) => alone.number === 0 && !rows.some((row) => isSameFlight(row, alone))),
  ],
  ["a forecast, then what happened", (rows) => changed(rows, "scheduled", "departed")],
  ["cancelled and reinstated", (rows) => changed(rows, "cancelled", "scheduled")],
  ["withdrawn", (rows) => changed(rows, "scheduled", "withdrawn")],
  ["withdrawn and back", (rows) => changed(rows, "withdrawn", "scheduled")],
  ["diverted", (rows) => rows.some(({ said }) => said.status === "diverted")],
  [
    "retimed",
    (rows) => rows.some(({ events }) => events.some(({ field }) => field === "scheduledDeparture")),
  ],
  [
    "retimed over midnight",
    (rows) =>
      rows.some(({ flightDate, number }) => flightDate === "2030-05-02" && number === 1070) &&
      rows.some(({ said }) => said.scheduledDeparture?.local === "2030-05-01T23:50"),
  ],
  ["sold under other numbers", (rows) => rows.some(({ codeshares }) => codeshares.length > 1)],
  ["known by a codeshare only", (rows) => rows.some(({ number }) => number === 0)],
  ["twice a day", (rows) => rows.some(({ number, operation }) => number > 0 && operation !== "")],
];

const samples = fc.sample(conflictingAnswers(6), { numRuns: 200, seed: 569 });

it.each(CONFLICTS)("has flights that are %s among its conflicts", (_, isIn) => {
  expect(samples.filter((answers) => isIn(load(answers), answers)).length).toBeGreaterThan(3);
});

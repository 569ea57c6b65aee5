import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeFlights, type ObservedGroup } from "@/lib/merge/merge-flights";
import type { FlightRecord, ObservedFlight } from "@/lib/model/flight";
import { observedGroups } from "../../fakes/observed-groups";
import { permutations } from "../../fakes/permutations";

type Merge = (group: ObservedGroup) => FlightRecord[];

const valuesOf = (records: readonly FlightRecord[]) =>
  JSON.stringify(records.map(({ said, operation, number }) => ({ number, operation, said })));

const eventsOf = (records: readonly FlightRecord[]) =>
  JSON.stringify(records.map(({ events }) => events));

/** That every order of a small set gives the same, as `show` shows it. */
const everyOrderIsTheSame = (merge: Merge, show: (records: readonly FlightRecord[]) => string) =>
  fc.property(observedGroups(5), ({ observations, answers }) => {
    const shown = permutations(observations).map((order, index) =>
      show(merge({ observations: order, answers: index % 2 ? answers : answers.toReversed() })),
    );
    expect(new Set(shown).size).toBe(1);
  });

it("gives the same rows and events in every order of a small set", () => {
  fc.assert(everyOrderIsTheSame(mergeFlights, JSON.stringify), { numRuns: 100 });
});

it("gives the same rows and events in any order of a large set, whatever is given twice", () => {
  const shuffled = observedGroups(25).chain((group) =>
    fc.record({
      group: fc.constant(group),
      again: fc.shuffledSubarray([...group.observations]),
      order: fc.shuffledSubarray([...group.observations], {
        minLength: group.observations.length,
      }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ group, again, order }) => {
      const twice = { observations: [...again, ...order], answers: group.answers };
      const answersTwice = { ...twice, answers: [...group.answers, ...group.answers] };
      expect(mergeFlights(twice)).toEqual(mergeFlights(group));
      expect(mergeFlights(answersTwice)).toEqual(mergeFlights(group));
    }),
    { numRuns: 150 },
  );
});

it("keeps each observation in exactly one row", () => {
  fc.assert(
    fc.property(observedGroups(12), (group) => {
      const records = mergeFlights(group);
      const keys = records.map(({ number, suffix, operation }) => [number, suffix, operation]);
      expect(new Set(keys.map(String)).size).toBe(keys.length);
      const seen = (pick: "firstSeenAt" | "lastSeenAt") =>
        records.map((record) => record[pick].getTime());
      const moments = group.observations.map(({ observedAt }) => observedAt.getTime());
      expect(Math.min(...seen("firstSeenAt"))).toBe(Math.min(...moments));
      expect(Math.max(...seen("lastSeenAt"))).toBe(Math.max(...moments));
      const sold = group.observations.flatMap(({ codeshares }) => codeshares);
      const kept = records.flatMap(({ codeshares }) => codeshares);
      expect(new Set(kept.map(({ carrier, number }) => `${carrier}${number}`))).toEqual(
        new Set(sold.map(({ carrier, number }) => `${carrier}${number}`)),
      );
    }),
  );
});

/** What most collectors do: whatever was loaded last overwrites. The index stands for the moment of loading. */
const lastLoadedWins: Merge = ({ observations, answers }) =>
  mergeFlights({
    observations: observations.map((each, index) => ({ ...each, observedAt: new Date(index) })),
    answers,
  });

/** Writes events when it loads: what differs between the row before and after. */
const eventsAsLoaded: Merge = ({ observations, answers }) => {
  const loaded: ObservedFlight[] = [];
  let rows: FlightRecord[] = [];
  const events = new Map<string, FlightRecord["events"]>();
  for (const each of observations) {
    loaded.push(each);
    const before = new Map(rows.map((row) => [nameOf(row), row.said.status]));
    rows = mergeFlights({ observations: loaded, answers });
    for (const row of rows) {
      const oldValue = before.get(nameOf(row)) ?? null;
      if (oldValue === row.said.status) continue;
      const { observedAt, stream, payloadId } = each;
      const event = { field: "status", oldValue, newValue: row.said.status } as const;
      const own = events.get(nameOf(row)) ?? [];
      events.set(nameOf(row), [...own, { ...event, observedAt, stream, payloadId }]);
    }
  }
  return rows.map((row) => ({ ...row, events: events.get(nameOf(row)) ?? [] }));
};
const nameOf = ({ number, operation }: FlightRecord) => `${number} ${operation}`;

it("would find out that the last loaded wins", () => {
  expect(fc.check(everyOrderIsTheSame(lastLoadedWins, valuesOf)).failed).toBe(true);
});

it("would find out that events are written as they are loaded, though the rows are right", () => {
  expect(fc.check(everyOrderIsTheSame(eventsAsLoaded, valuesOf)).failed).toBe(false);
  expect(fc.check(everyOrderIsTheSame(eventsAsLoaded, eventsOf)).failed).toBe(true);
});

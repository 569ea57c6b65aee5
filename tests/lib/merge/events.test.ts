import fc from "fast-check";
import { expect, it } from "vitest";
import { CHANGING_FIELDS, toEventValues } from "@/lib/merge/event-values";
import { mergeFlights, type ObservedGroup } from "@/lib/merge/merge-flights";
import type { FlightRecord } from "@/lib/model/flight";
import { observed, wallTime } from "../../fakes/flight-observations";
import { observedGroups } from "../../fakes/observed-groups";

type Merge = (group: ObservedGroup) => FlightRecord[];

/** The values of a flight as they were when it was first seen: the row that its first answer alone gives. */
function firstValues({ observations }: ObservedGroup, record: FlightRecord) {
  const own = observations.filter(
    ({ observedAt, stream, payloadId, number }) =>
      (number === record.number || number === 0) &&
      observedAt.getTime() === record.firstSeenAt.getTime() &&
      stream === record.events[0]?.stream &&
      payloadId === record.events[0]?.payloadId,
  );
  const [first] = mergeFlights({ observations: own, answers: [] });
  return first ? toEventValues(first.said) : [];
}

/** One operation, so that what belongs to a row is known: the events lead from what was seen first to the row. */
const oneOperation = observedGroups(10).map(({ observations, answers }) => ({
  answers,
  observations: observations.map((each) => ({
    ...each,
    number: 1070,
    said: { ...each.said, scheduledDeparture: wallTime("07:10"), actualDeparture: null },
  })),
}));

const eventsLeadToTheRow = (merge: Merge) =>
  fc.property(oneOperation, (group) => {
    for (const record of merge(group)) {
      const [seen, ...changes] = record.events;
      expect(seen).toMatchObject({ field: "seen", oldValue: null, observedAt: record.firstSeenAt });
      const values = new Map(
        firstValues(group, record).map((value, index) => [CHANGING_FIELDS[index], value]),
      );
      expect(values.get("status")).toBe(seen?.newValue);
      for (const { field, oldValue, newValue } of changes) {
        if (field === "seen") throw new Error("A flight is first seen once.");
        expect(values.get(field)).toBe(oldValue);
        expect(newValue).not.toBe(oldValue);
        values.set(field, newValue);
      }
      expect([...values.values()]).toEqual(toEventValues(record.said));
    }
  });

it("tells events that lead from the first sight to the row, each from where the last one left", () => {
  fc.assert(eventsLeadToTheRow(mergeFlights), { numRuns: 250 });
});

it("would find out that an event is missing, doubled, or tells a wrong old value", () => {
  const broken =
    (breakEvents: (events: FlightRecord["events"]) => FlightRecord["events"]): Merge =>
    (group) =>
      mergeFlights(group).map((record) => ({ ...record, events: breakEvents(record.events) }));
  const mutants = [
    broken((events) => events.filter((_, index) => index !== 1)),
    broken((events) => events.flatMap((event) => [event, event])),
    broken((events) => events.toSorted((one, other) => (one.field < other.field ? -1 : 1))),
    broken((events) => events.map((event) => ({ ...event, oldValue: null }))),
  ];
  for (const mutant of mutants) expect(fc.check(eventsLeadToTheRow(mutant)).failed).toBe(true);
});

it("tells events in the order of what was observed", () => {
  fc.assert(
    fc.property(observedGroups(12), (group) => {
      for (const { events } of mergeFlights(group)) {
        const moments = events.map(({ observedAt }) => observedAt.getTime());
        expect(moments).toEqual(moments.toSorted((one, other) => one - other));
      }
    }),
  );
});

const eventsOf = (...observations: ReturnType<typeof observed>[]) =>
  mergeFlights({ observations, answers: [] })[0]?.events.map(
    ({ field, oldValue, newValue, stream }) => [field, oldValue, newValue, stream],
  );

it("puts the event of an older answer that comes late in its place, and corrects the next one's old value", () => {
  const morning = observed({ at: "2030-05-01T04:00", said: { departureGate: "A1" } });
  const noon = observed({ at: "2030-05-01T05:00", said: { departureGate: "B2" } });
  const evening = observed({ at: "2030-05-01T06:00", said: { departureGate: "C3" } });
  const seen = ["seen", null, "unknown", "schedules"];
  expect(eventsOf(morning, evening)).toEqual([seen, ["departureGate", "A1", "C3", "schedules"]]);
  expect(eventsOf(morning, evening, noon)).toEqual([
    seen,
    ["departureGate", "A1", "B2", "schedules"],
    ["departureGate", "B2", "C3", "schedules"],
  ]);
});

it("makes no event of an answer that tells the same flight twice, differently", () => {
  const twice = (at: string) => [
    observed({ at, item: 0, said: { aircraftType: "320" }, soldAs: ["LH5771"] }),
    observed({ at, item: 1, said: { aircraftType: "32N" }, soldAs: ["UA9047"] }),
  ];
  const events = eventsOf(...twice("2030-04-29T06:00"), ...twice("2030-04-30T06:00"));
  expect(events).toEqual([["seen", null, "unknown", "schedules"]]);
});

it("tells times as UTC where that is known, so that only its becoming known is no change of the flight", () => {
  const events = eventsOf(
    observed({ at: "2030-05-01T04:00", said: { estimatedDeparture: wallTime("07:20") } }),
    observed({
      at: "2030-05-01T05:00",
      stream: "flight-status",
      said: { estimatedDeparture: wallTime("07:20", "sent") },
    }),
    observed({ at: "2030-05-01T06:00", said: { estimatedDeparture: wallTime("07:40") } }),
  );
  expect(events?.slice(1)).toEqual([
    ["estimatedDeparture", "2030-05-01T05:20Z", "2030-05-01T05:40Z", "schedules"],
  ]);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeFlights, type ObservedGroup } from "@/lib/merge/merge-flights";
import {
  type FlightRecord,
  type FlightStatus,
  type FlightTime,
  type ObservedFlight,
  TEXT_FIELDS,
  TIME_FIELDS,
} from "@/lib/model/flight";
import { observed, wallTime } from "../../fakes/flight-observations";
import { observedGroups } from "../../fakes/observed-groups";

type Merge = (group: ObservedGroup) => FlightRecord[];

/** Observations of one operation without conclusions from absence: each belongs to its one row. */
const oneOperation = observedGroups(8).map(({ observations }) =>
  observations.map((each) => ({
    ...each,
    number: 1070,
    said: { ...each.said, scheduledDeparture: wallTime("07:10") },
  })),
);

const RANKS = ["schedules", "flight-information", "flight-status"];

/** What decides, as a text that sorts: the rule of the decision record, written a second time. */
const weight = ({ observedAt, stream, payloadHash, item }: ObservedFlight, tier = 0) =>
  `${tier} ${observedAt.toISOString()} ${RANKS.indexOf(stream)} ${payloadHash} ${item}`;

/** The observation that weighs most among those that say something. */
function heaviest(
  observations: readonly ObservedFlight[],
  says: (each: ObservedFlight) => unknown,
  tierOf: (each: ObservedFlight) => number = () => 0,
): ObservedFlight | undefined {
  return observations
    .filter((each) => says(each) !== null)
    .toSorted((one, other) =>
      weight(one, tierOf(one)) < weight(other, tierOf(other)) ? 1 : -1,
    )[0];
}

const only = (records: readonly FlightRecord[]): FlightRecord => {
  expect(records).toHaveLength(1);
  return records[0] as FlightRecord;
};

it("takes each text and number from the heaviest observation that says it", () => {
  fc.assert(
    fc.property(oneOperation, (observations) => {
      const { said } = only(mergeFlights({ observations, answers: [] }));
      for (const field of TEXT_FIELDS) {
        const winner = heaviest(observations, (each) => each.said[field]);
        expect(said[field]).toBe(winner?.said[field] ?? null);
      }
      expect(said.stops).toBe(heaviest(observations, (each) => each.said.stops)?.said.stops ?? 0);
    }),
    { numRuns: 150 },
  );
});

it("takes each wall time from the heaviest observation, and its instant from who knows it best", () => {
  fc.assert(
    fc.property(oneOperation, (observations) => {
      const { said } = only(mergeFlights({ observations, answers: [] }));
      for (const field of TIME_FIELDS) {
        const local = heaviest(observations, (each) => each.said[field])?.said[field]?.local;
        expect(said[field]?.local).toBe(local);
        const bases = observations
          .map((each) => each.said[field])
          .filter((time) => time?.local === local)
          .map((time) => time?.basis);
        expect(bases).toContain(said[field]?.basis);
        if (bases.includes("sent")) expect(said[field]?.basis).toBe("sent");
        else if (bases.includes("derived")) expect(said[field]?.basis).toBe("derived");
      }
    }),
    { numRuns: 150 },
  );
});

const TIERS: Partial<Record<FlightStatus, number>> = {
  landed: 2,
  diverted: 2,
  departed: 1,
  rerouted: 1,
};
const tierOf = ({ said }: ObservedFlight) => TIERS[said.status ?? "unknown"] ?? 0;

const statusIsTheHeaviest = (merge: Merge) =>
  fc.property(oneOperation, (observations) => {
    const winner = heaviest(observations, ({ said }) => said.status, tierOf);
    const { said } = only(merge({ observations, answers: [] }));
    expect(said.status).toBe(winner?.said.status ?? "unknown");
  });

it("lets what happened outrank every forecast, and inside a tier the later one win", () => {
  fc.assert(statusIsTheHeaviest(mergeFlights), { numRuns: 150 });
});

it("would find out that a status has no tiers", () => {
  const latestStatusWins: Merge = (group) =>
    mergeFlights(group).map((record) => {
      const latest = heaviest(group.observations, ({ said }) => said.status)?.said.status;
      return { ...record, said: { ...record.said, status: latest ?? "unknown" } };
    });
  expect(fc.check(statusIsTheHeaviest(latestStatusWins)).failed).toBe(true);
});

const statusOf = (...says: [at: string, status: FlightStatus][]) =>
  only(
    mergeFlights({
      observations: says.map(([at, status]) =>
        observed({ at, stream: "flight-status", said: { status } }),
      ),
      answers: [],
    }),
  ).said.status;

it.each<[string, FlightStatus, FlightStatus[]]>([
  ["cancelled and reinstated", "scheduled", ["cancelled", "scheduled"]],
  ["reinstated and cancelled again", "cancelled", ["cancelled", "scheduled", "cancelled"]],
  ["landed, then a late forecast", "landed", ["landed", "scheduled"]],
  ["departed, then a late cancellation", "departed", ["departed", "cancelled"]],
  ["departed and landed", "landed", ["departed", "landed"]],
  ["landed, then told as departed by a stale board", "landed", ["landed", "departed"]],
  ["diverted after it landed elsewhere", "diverted", ["landed", "diverted"]],
])("%s: %s", (_, expected, statuses) => {
  const says = statuses.map((status, hour): [string, FlightStatus] => [
    `2030-05-01T0${hour}:00`,
    status,
  ]);
  expect(statusOf(...says)).toBe(expected);
  expect(statusOf(...says.toReversed())).toBe(expected);
});

it.each([
  ["flight-status", "flight-information"],
  ["flight-information", "schedules"],
] as const)("prefers %s to %s at the same instant", (stronger, weaker) => {
  const at = "2030-05-01T05:00";
  const observations = [
    observed({ at, stream: stronger, said: { departureGate: "A1" } }),
    observed({ at, stream: weaker, said: { departureGate: "B2", aircraftType: "32N" } }),
  ];
  const { said } = only(mergeFlights({ observations, answers: [] }));
  expect(said).toMatchObject({ departureGate: "A1", aircraftType: "32N" });
});

it("keeps a UTC that was sent when a stream without UTC repeats the wall time", () => {
  const sent = { ...wallTime("07:20", "sent"), utc: "2030-05-01T05:21Z" };
  const observations = [
    observed({ at: "2030-05-01T05:30", stream: "flight-status", said: { actualDeparture: sent } }),
    observed({ at: "2030-05-01T06:00", said: { actualDeparture: wallTime("07:25") } }),
    observed({ at: "2030-05-01T07:00", said: { actualDeparture: wallTime("07:20") } }),
  ];
  const { said, departureDelayMinutes } = only(mergeFlights({ observations, answers: [] }));
  expect(said.actualDeparture).toEqual(sent);
  expect(departureDelayMinutes).toBe(11);
});

it("takes the newer of two derivations of one wall time, for zones get mended", () => {
  const wrong = { ...wallTime("07:20"), utc: "2030-05-01T06:20Z" };
  const says = (at: string, actualDeparture: FlightTime) =>
    observed({ at, stream: "flight-information", said: { actualDeparture } });
  const observations = [
    says("2030-05-01T06:00", wrong),
    says("2030-05-01T07:00", wallTime("07:20")),
  ];
  const { said } = only(mergeFlights({ observations, answers: [] }));
  expect(said.actualDeparture).toEqual(wallTime("07:20"));
});

it("names the same payload in every order when one answer was kept under two", () => {
  const once = observed({ at: "2030-05-01T06:00", payloadId: "a" });
  const again = { ...once, payloadId: "b" };
  const one = mergeFlights({ observations: [once, again], answers: [] });
  expect(one[0]?.payloadId).toBe("b");
  expect(mergeFlights({ observations: [again, once], answers: [] })).toEqual(one);
});

import { expect, it } from "vitest";
import { mergeFlights } from "@/lib/merge/merge-flights";
import type { ObservedFlight, WindowAnswer } from "@/lib/model/flight";
import { answered, BOARD_WINDOW, observed } from "../../fakes/flight-observations";
import { permutations } from "../../fakes/permutations";

/** Status and its events, which must be the same in every order. */
function statusOf(observations: ObservedFlight[], answers: WindowAnswer[]) {
  const given = permutations(observations).flatMap((order) =>
    [answers, answers.toReversed()].map((each) => {
      const [flight] = mergeFlights({ observations: order, answers: each });
      const changes = flight?.events.filter(({ field }) => field === "status");
      return {
        status: flight?.said.status,
        changes: changes?.map(({ oldValue, newValue }) => `${oldValue} > ${newValue}`),
        payloads: changes?.map(({ payloadId }) => payloadId),
      };
    }),
  );
  for (const other of given) expect(other).toEqual(given[0]);
  return given[0];
}

const scheduled = (at: string, rest: Partial<ObservedFlight> = {}) => {
  const sketch = observed({ at, said: { status: "scheduled" } });
  return { ...sketch, ...rest };
};
const monday = scheduled("2030-04-29T06:00");

it("withdraws a flight that the next complete answer of its window has no longer", () => {
  const answers = [answered("2030-04-29T06:00"), answered("2030-04-30T06:00")];
  expect(statusOf([monday], answers)).toEqual({
    status: "withdrawn",
    changes: ["scheduled > withdrawn"],
    payloads: [null],
  });
});

it("takes it back when it is seen again", () => {
  const wednesday = scheduled("2030-05-01T06:00");
  const answers = ["2030-04-29T06:00", "2030-04-30T06:00", "2030-05-01T06:00"].map((at) =>
    answered(at),
  );
  expect(statusOf([monday, wednesday], answers)).toMatchObject({
    status: "scheduled",
    changes: ["scheduled > withdrawn", "withdrawn > scheduled"],
    payloads: [null, wednesday.payloadId],
  });
});

it("withdraws it a second time", () => {
  const wednesday = scheduled("2030-04-30T18:00");
  const answers = ["2030-04-30T06:00", "2030-04-30T18:00", "2030-05-01T06:00"].map((at) =>
    answered(at),
  );
  expect(statusOf([monday, wednesday], answers)?.changes).toEqual([
    "scheduled > withdrawn",
    "withdrawn > scheduled",
    "scheduled > withdrawn",
  ]);
});

it("finds it on any page of the answer, however long the pages took", () => {
  const slow = { ...answered("2030-04-30T06:10"), startedAt: new Date("2030-04-30T06:00Z") };
  expect(statusOf([monday, scheduled("2030-04-30T06:00")], [slow])?.changes).toEqual([]);
  expect(statusOf([monday, scheduled("2030-04-30T06:10")], [slow])?.changes).toEqual([]);
  expect(statusOf([monday, scheduled("2030-04-30T05:59")], [slow])?.status).toBe("withdrawn");
});

it.each<[string, ObservedFlight[], WindowAnswer]>([
  ["an older answer that comes late", [monday], answered("2030-04-28T06:00")],
  ["another route's answer", [monday], answered("2030-04-30T06:00", "FRA-JFK 2030-05-01")],
  ["another day's answer", [monday], answered("2030-04-30T06:00", "FRA-ZRH 2030-05-02")],
  [
    "its board, which lists other hours",
    [monday],
    { ...answered("2030-04-30T06:00", BOARD_WINDOW), stream: "flight-status" },
  ],
  [
    "the status of its route, which is asked under the same name",
    [scheduled("2030-04-29T06:00", { stream: "flight-status" })],
    { ...answered("2030-04-30T06:00"), stream: "flight-status" },
  ],
  [
    "its window, where it was only a leg of another route's connection",
    [scheduled("2030-04-29T06:00", { window: "FRA-JFK 2030-05-01" })],
    answered("2030-04-30T06:00"),
  ],
  [
    "its window, where only a board has seen it",
    [scheduled("2030-04-29T06:00", { window: BOARD_WINDOW, stream: "flight-status" })],
    answered("2030-04-30T06:00"),
  ],
])("is not withdrawn by %s", (_, observations, answer) => {
  expect(statusOf(observations, [answer])?.status).toBe("scheduled");
});

it("stays as a board has seen it since, though the schedules still lack it", () => {
  const board = scheduled("2030-04-30T12:00", { stream: "flight-status", window: BOARD_WINDOW });
  const answers = ["2030-04-30T06:00", "2030-04-30T18:00", "2030-05-01T06:00"].map((at) =>
    answered(at),
  );
  expect(statusOf([monday, board], answers)?.changes).toEqual([
    "scheduled > withdrawn",
    "withdrawn > scheduled",
  ]);
});

it.each(["landed", "departed", "cancelled"] as const)("does not hide that it was %s", (status) => {
  const board = observed({ at: "2030-04-29T12:00", stream: "flight-status", said: { status } });
  expect(statusOf([monday, board], [answered("2030-04-30T06:00")])?.status).toBe(status);
});

it("is a flight of the new date when it is retimed over midnight, and the old one is withdrawn", () => {
  const late = observed({
    at: "2030-04-29T06:00",
    departs: "23:50",
    said: { status: "scheduled" },
  });
  const nextDay = observed({
    at: "2030-04-30T06:00",
    departs: "2030-05-02T00:10",
    flightDate: "2030-05-02",
    window: "FRA-ZRH 2030-05-02",
    said: { status: "scheduled" },
  });
  const answers = [answered("2030-04-30T06:00"), answered("2030-04-30T06:00", nextDay.window)];
  const flights = [[late], [nextDay]].flatMap((observations) =>
    mergeFlights({ observations, answers }),
  );
  expect(flights.map(({ flightDate, said }) => [flightDate, said.status])).toEqual([
    ["2030-05-01", "withdrawn"],
    ["2030-05-02", "scheduled"],
  ]);
});

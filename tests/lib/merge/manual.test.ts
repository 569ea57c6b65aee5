import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeFlights } from "@/lib/merge/merge-flights";
import type { FlightSaid, ObservedFlight } from "@/lib/model/flight";
import { answered, nothingSaid, observed, wallTime } from "../../fakes/flight-observations";
import { observedGroups } from "../../fakes/observed-groups";
import { permutations } from "../../fakes/permutations";

/** What a person says of LX 1070, which they knew by its departure at 07:10. */
const person = (at: string, said: Partial<FlightSaid>, knownBy = "2030-05-01T07:10") => ({
  ...observed({ at, stream: "manual", payloadHash: "0", window: knownBy }),
  said: { ...nothingSaid(), ...said },
});

const merge = (...observations: ObservedFlight[]) =>
  mergeFlights({ observations, answers: [] }).map(({ said, ...record }) => ({
    ...record,
    ...said,
  }));

const PLANNED = observed({
  at: "2030-04-30T06:00",
  said: { status: "scheduled", aircraftType: "221", departureGate: "A1" },
});
const LANDED = observed({
  at: "2030-05-01T08:00",
  stream: "flight-status",
  said: { status: "landed", actualArrival: wallTime("08:20", "sent"), aircraftType: "320" },
});

describe("what a person says", () => {
  it("stays against every later answer, field by field, and the other fields go on", () => {
    const edit = person("2030-04-30T12:00", { aircraftType: "32N", departureGate: "Z9" });
    const [flight, ...others] = merge(PLANNED, edit, LANDED);
    expect(others).toEqual([]);
    expect(flight).toMatchObject({
      aircraftType: "32N",
      departureGate: "Z9",
      status: "landed",
      actualArrival: { utc: "2030-05-01T06:20Z" },
      source: "manual",
      payloadId: LANDED.payloadId,
      lastSeenAt: LANDED.observedAt,
    });
  });

  it("outranks even what has happened, and an absence", () => {
    const edit = person("2030-05-01T09:00", { status: "cancelled" });
    expect(merge(PLANNED, LANDED, edit)[0]?.status).toBe("cancelled");
    const [left] = mergeFlights({
      observations: [PLANNED, person("2030-04-30T07:00", { status: "scheduled" })],
      answers: [answered("2030-05-01T00:00")],
    });
    expect(left?.said.status).toBe("scheduled");
  });

  it("is one step of the events, without an answer to look at", () => {
    const edit = person("2030-04-30T12:00", { aircraftType: "32N" });
    const events = merge(PLANNED, edit, LANDED)[0]?.events.filter(
      ({ field }) => field === "aircraftType",
    );
    expect(events).toEqual([
      {
        field: "aircraftType",
        oldValue: "221",
        newValue: "32N",
        observedAt: edit.observedAt,
        stream: "manual",
        payloadId: null,
      },
    ]);
  });

  it("belongs to the flight that they knew, not to the time that they give it", () => {
    const evening = observed({ at: "2030-04-30T06:00", departs: "20:00", item: 1 });
    const edit = person("2030-04-30T12:00", { scheduledDeparture: wallTime("19:50", "sent") });
    const flights = merge(PLANNED, evening, edit);
    expect(flights.map(({ operation, source }) => [operation, source])).toEqual([
      ["", "manual"],
      ["2000", "lufthansa"],
    ]);
    expect(flights[0]?.scheduledDeparture?.local).toBe("2030-05-01T19:50");
    const own = person("2030-04-30T12:01", { departureGate: "Q1" }, "2030-05-01T20:00");
    expect(merge(edit, own).map(({ operation }) => operation)).toEqual(["", "2000"]);
  });

  it("alone is a flight that is planned, without an answer", () => {
    const [flight] = merge(
      person("2030-04-30T12:00", { scheduledDeparture: wallTime("07:10", "sent") }),
    );
    expect(flight).toMatchObject({ status: "scheduled", source: "manual", payloadId: null });
  });

  it("about when it departed makes no second flight of one that was retimed", () => {
    const edit = person("2030-05-01T07:40", { actualDeparture: wallTime("07:31", "sent") });
    const retimed = observed({
      at: "2030-05-01T10:00",
      departs: "09:00",
      stream: "flight-status",
      said: { status: "departed", actualDeparture: wallTime("09:10", "sent") },
    });
    const flights = merge(PLANNED, edit, retimed);
    expect(flights.map(({ actualDeparture }) => actualDeparture?.local)).toEqual([
      "2030-05-01T07:31",
    ]);
  });
});

it("gives the same rows and events in every order, and the person's word in each row that they spoke of", () => {
  const edit = fc.record({
    status: fc.constantFrom("cancelled", null),
    departureGate: fc.constantFrom("Z9", null),
    aircraftType: fc.constant("ZZZ"),
    scheduledDeparture: fc.constantFrom(wallTime("06:55", "sent"), null),
  });
  const moment = fc.constantFrom("2030-04-30T00:00", "2030-05-01T02:30", "2030-05-02T00:00");
  fc.assert(
    fc.property(observedGroups(4), edit, moment, (group, said, at) => {
      const all = [...group.observations, person(at, said as Partial<FlightSaid>)];
      const { answers } = group;
      const merged = permutations(all).map((observations) =>
        mergeFlights({ observations, answers }),
      );
      expect(new Set(merged.map((records) => JSON.stringify(records))).size).toBe(1);
      const mine = (merged[0] ?? []).filter(({ source }) => source === "manual");
      expect(mine).toHaveLength(1);
      const held = Object.entries(said).filter(([, value]) => value !== null);
      expect(mine[0]?.said).toMatchObject(Object.fromEntries(held));
    }),
    { numRuns: 60 },
  );
});

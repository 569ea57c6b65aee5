import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { answered, wallTime } from "../../fakes/flight-observations";
import { testDatabase } from "../../servers/test-database";
import { emptyFlights, everything, load, rowsOf, seen, stored } from "./flight-fixture";

testDatabase();
beforeEach(emptyFlights);

const SOLD = ["LH5771", "UA9150"];
const PLAN = { status: "scheduled", serviceType: "air", stops: 0, aircraftType: "221" } as const;
const PLANNED = seen({ at: "2030-04-30T06:00", soldAs: SOLD, said: PLAN });
const DEPARTED = seen({
  at: "2030-05-01T08:00",
  stream: "flight-status",
  soldAs: ["AC6789"],
  said: {
    status: "departed",
    actualDeparture: wallTime("07:31", "sent"),
    departureGate: "A12",
    statusCode: "DP",
  },
});
const LATE_FORECAST = seen({
  at: "2030-04-30T20:00",
  stream: "flight-information",
  said: { status: "scheduled", estimatedDeparture: wallTime("07:25"), departureGate: "A9" },
});
const ALL = [PLANNED, DEPARTED, LATE_FORECAST];

const EventRows = z.array(
  z.object({
    field: z.string(),
    old_value: z.string().nullable(),
    new_value: z.string().nullable(),
  }),
);
const fields = (flight: Record<string, unknown> | undefined) =>
  EventRows.parse(flight?.events).map((event) => [event.field, event.old_value, event.new_value]);

describe("one flight", () => {
  it("is one row of all streams, with its events, its codeshares and its delay", async () => {
    expect(await load({ observed: [PLANNED, DEPARTED] })).toEqual(["inserted", "unchanged"]);
    const [flight, ...others] = await stored();
    expect(others).toEqual([]);
    expect(flight).toMatchObject({
      carrier: "LX",
      number: 1070,
      number_text: "1070",
      operation: "",
      flight_date: "2030-05-01",
      status: "departed",
      status_code: "DP",
      scheduled_departure_local: "2030-05-01T07:10",
      scheduled_departure_utc: new Date("2030-05-01T05:10:00Z"),
      scheduled_departure_basis: "derived",
      actual_departure_utc: new Date("2030-05-01T05:31:00Z"),
      actual_departure_basis: "sent",
      departure_delay_minutes: 21,
      aircraft_type: "221",
      first_seen_at: PLANNED.observedAt,
      last_seen_at: DEPARTED.observedAt,
      payload_id: DEPARTED.payloadId,
      source: "lufthansa",
    });
    expect(fields(flight)).toEqual([
      ["seen", null, "scheduled"],
      ["status", "scheduled", "departed"],
      ["actualDeparture", null, "2030-05-01T05:31Z"],
      ["departureGate", null, "A12"],
      ["statusCode", null, "DP"],
    ]);
    expect(flight?.codeshares).toMatchObject([
      { carrier: "AC", number: 6789 },
      { carrier: "LH", number: 5771 },
      { carrier: "UA", number: 9150 },
    ]);
  });

  it("gains nothing from the same answers again", async () => {
    await load({ observed: ALL });
    const before = await everything();
    expect(await load({ observed: ALL })).toEqual(["unchanged", "unchanged", "unchanged"]);
    expect(await load({ observed: [...ALL, ...ALL] })).toHaveLength(6);
    expect(await everything()).toEqual(before);
  });

  it("keeps its version when a new answer says nothing new, and is told as seen then", async () => {
    await load({ observed: [PLANNED] });
    const again = seen({ at: "2030-04-30T18:00", soldAs: SOLD, said: PLAN });
    expect(await load({ observed: [again] })).toEqual(["unchanged"]);
    const [flight] = await rowsOf("SELECT version, last_seen_at, payload_id FROM flights");
    expect(flight).toEqual({
      version: 1,
      last_seen_at: again.observedAt,
      payload_id: again.payloadId,
    });
  });

  it("raises its version with what a reader sees of it: a field, an event, a codeshare", async () => {
    await load({ observed: [PLANNED] });
    expect(await load({ observed: [DEPARTED] })).toEqual(["updated"]);
    expect(await load({ observed: [LATE_FORECAST] })).toEqual(["updated"]);
    const sold = seen({ at: "2030-05-01T09:00", soldAs: ["NH1"], said: PLAN });
    expect(await load({ observed: [sold] })).toEqual(["updated"]);
    expect(await rowsOf("SELECT version FROM flights")).toEqual([{ version: 4 }]);
  });

  it("has its events put right when an older answer comes late, as if it had come in time", async () => {
    await load({ observed: [PLANNED, DEPARTED] });
    await load({ observed: [LATE_FORECAST] });
    const late = await stored();
    expect(fields(late[0])).toEqual([
      ["seen", null, "scheduled"],
      ["estimatedDeparture", null, "2030-05-01T05:25Z"],
      ["departureGate", null, "A9"],
      ["status", "scheduled", "departed"],
      ["actualDeparture", null, "2030-05-01T05:31Z"],
      ["departureGate", "A9", "A12"],
      ["statusCode", null, "DP"],
    ]);
    await emptyFlights();
    await load({ observed: [PLANNED, LATE_FORECAST, DEPARTED] });
    expect(await stored()).toEqual(late);
  });

  it("is withdrawn by a later whole answer without it, and back when it is seen again", async () => {
    await load({ observed: [PLANNED], answers: [answered("2030-04-30T06:00")] });
    await load({ answers: [answered("2030-04-30T12:00")] });
    expect(await rowsOf("SELECT status, version FROM flights")).toEqual([
      { status: "withdrawn", version: 2 },
    ]);
    expect(await load({ answers: [answered("2030-04-30T12:00")] })).toEqual([]);
    expect(await rowsOf("SELECT version FROM flights")).toEqual([{ version: 2 }]);

    const back = seen({ at: "2030-04-30T18:00", said: PLAN });
    const answers = [answered("2030-04-30T18:00")];
    expect(await load({ observed: [back], answers })).toEqual(["updated"]);
    const [flight] = await stored();
    expect(fields(flight).filter(([field]) => field === "status")).toEqual([
      ["status", "scheduled", "withdrawn"],
      ["status", "withdrawn", "scheduled"],
    ]);
  });

  it("is known withdrawn also when the answer that has it comes after the one that lacks it", async () => {
    await load({ answers: [answered("2030-04-30T12:00")] });
    await load({ observed: [PLANNED], answers: [answered("2030-04-30T06:00")] });
    expect(await rowsOf("SELECT status FROM flights")).toEqual([{ status: "withdrawn" }]);
  });
});

describe("a flight whose number was not known", () => {
  const slot = seen({
    at: "2030-04-29T06:00",
    number: 0,
    numberText: "",
    soldAs: ["LH5771"],
    said: PLAN,
  });

  it("joins the flight of its slot; its address leads there, also over a second joining", async () => {
    expect(await load({ observed: [slot] })).toEqual(["inserted"]);
    const [unknown] = await rowsOf("SELECT id, operation FROM flights");
    expect(unknown?.operation).toBe("0710");
    await execute("INSERT INTO flight_redirects (id, flight_id) VALUES (900000, ?)", [unknown?.id]);

    expect(await load({ observed: [DEPARTED] })).toEqual(["inserted"]);
    const [known, ...others] = await rowsOf("SELECT id, number, operation FROM flights");
    expect(others).toEqual([]);
    expect(known).toMatchObject({ number: 1070, operation: "" });
    expect(await rowsOf("SELECT id, flight_id FROM flight_redirects ORDER BY id")).toEqual([
      { id: unknown?.id, flight_id: known?.id },
      { id: 900000, flight_id: known?.id },
    ]);
    expect(
      await rowsOf(
        "SELECT DISTINCT flight_id FROM flight_events UNION SELECT flight_id FROM flight_codeshares",
      ),
    ).toEqual([{ flight_id: known?.id }]);
    const joined = await stored();
    await emptyFlights();
    await load({ observed: [DEPARTED, slot] });
    expect(await stored()).toEqual(joined);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { execute } from "@/lib/db/execute";
import { loadFlights } from "@/lib/db/flights/load-flights";
import { transaction } from "@/lib/db/transaction";
import { answered, wallTime } from "../../fakes/flight-observations";
import { testDatabase } from "../../servers/test-database";
import { emptyFlights, everything, load, rowsOf, seen, stored } from "./flight-fixture";

testDatabase();
beforeEach(emptyFlights);

const PLAN = { status: "scheduled", serviceType: "air", stops: 0, aircraftType: "221" } as const;
const PLANNED = seen({ at: "2030-04-30T06:00", soldAs: ["LH5771", "UA9150"], said: PLAN });
const DEPARTED = seen({
  at: "2030-05-01T08:00",
  stream: "flight-status",
  said: { status: "departed", actualDeparture: wallTime("07:31", "sent"), departureGate: "A12" },
});

describe("what else is there", () => {
  it("makes rows of airports and airlines that nobody knows, of open data where it can", async () => {
    const strange = seen({
      at: "2030-05-01T08:00",
      carrier: "QX",
      origin: "QQX",
      destination: "HKG",
      soldAs: ["LH5771", "Q91"],
    });
    await execute(
      `INSERT INTO airlines (airline_code, name, source, created_at, updated_at)
       VALUES ('LH', 'Lufthansa', 'lufthansa', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))`,
    );
    expect(await load({ observed: [strange, strange] })).toEqual(["inserted", "unchanged"]);
    const places = "SELECT airport_code, source, time_zone FROM airports ORDER BY 1";
    expect(await rowsOf(places)).toEqual([
      { airport_code: "HKG", source: "open_data", time_zone: "Asia/Hong_Kong" },
      { airport_code: "QQX", source: "stub", time_zone: null },
    ]);
    expect(await rowsOf("SELECT airline_code, source FROM airlines ORDER BY 1")).toMatchObject([
      { airline_code: "LH", source: "lufthansa" },
      { airline_code: "Q9", source: "stub" },
      { airline_code: "QX", source: "open_data" },
    ]);
    await load({ observed: [{ ...strange, item: 1 }] });
    expect(await rowsOf(places)).toHaveLength(2);
  });

  it("leaves nothing of a load that fails on its way", async () => {
    await load({ observed: [PLANNED] });
    const before = await everything();
    const sequence = await rowsOf("SELECT next_id FROM flight_sequence");
    const other = seen({ at: "2030-05-01T08:00", number: 1072, departs: "09:10" });
    const failing = transaction(async (connection) => {
      const now = new Date();
      const observed = [DEPARTED, other];
      await loadFlights(connection, { runId: null, now, observed, answers: [] });
      throw new Error("the power went");
    });
    await expect(failing).rejects.toThrow("the power went");
    expect(await everything()).toEqual(before);
    expect(await rowsOf("SELECT next_id FROM flight_sequence")).toEqual(sequence);
  });

  it("comes to the same when two load overlapping groups at once, as one after the other", async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => 1000 + index);
    const sight = (at: string, gate: string) =>
      numbers.map((number, item) =>
        seen({ at, number, item, said: { ...PLAN, departureGate: `${gate}${item}` } }),
      );
    const one = sight("2030-04-30T06:00", "A");
    const two = sight("2030-04-30T07:00", "B").slice(20);
    const three = sight("2030-04-30T08:00", "C").slice(0, 40).reverse();
    for (const observed of [one, two, three]) await load({ observed });
    const inTurn = await stored();
    expect(inTurn).toHaveLength(60);
    await emptyFlights();
    await Promise.all([three, one, two, one].map((observed) => load({ observed })));
    expect(await stored()).toEqual(inTurn);
  });
});

describe("what is equal but for one thing does not depend on which came first", () => {
  const GONE = answered("2030-04-30T06:01");

  it("is the same body at the same instant as the answer of two windows", async () => {
    const { payloadId } = seen({ at: "2030-04-30T06:00", payloadId: "of the other window" });
    const other = { ...PLANNED, payloadId, window: "FRA-JFK 2030-05-01" };
    await load({ observed: [PLANNED] });
    await load({ observed: [other], answers: [GONE] });
    const before = await stored();
    expect(before).toMatchObject([{ status: "withdrawn" }]);
    await emptyFlights();
    await load({ observed: [other], answers: [GONE] });
    await load({ observed: [PLANNED] });
    expect(await stored()).toEqual(before);
  });

  it("is a window that two workers asked, answered at the same instant: what either saw was there", async () => {
    const late = { ...GONE, startedAt: new Date("2030-04-30T05:59:59Z") };
    await load({ observed: [PLANNED] });
    await load({ answers: [GONE] });
    await load({ answers: [late] });
    const before = await stored();
    expect(before).toMatchObject([{ status: "scheduled" }]);
    await emptyFlights();
    await load({ observed: [PLANNED], answers: [late] });
    await load({ answers: [GONE] });
    expect(await stored()).toEqual(before);
  });
});

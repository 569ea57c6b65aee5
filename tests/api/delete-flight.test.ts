import { describe, expect, it } from "vitest";
import { load, rowsOf, seen } from "@/tests/integration/flights/flight-fixture";
import { testDatabase } from "@/tests/servers/test-database";
import { audited, firstId, flightEditors, LANDED, PLANNED } from "./fixtures/flight-editors";

testDatabase();
const { about, get, put } = flightEditors();

describe("DELETE /api/flights/{id}", () => {
  it("takes the flight with all that hangs on it; an answer brings it back anew", async () => {
    await load({ observed: [PLANNED, LANDED] });
    const id = await firstId();
    await put(id, { arrival_gate: "E5" });
    const response = await about(id, { method: "DELETE" });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    for (const table of [
      ...["flights", "flight_events", "flight_codeshares", "flight_observations"],
      ...["flight_days", "flight_routes"],
    ]) {
      expect(await rowsOf(`SELECT * FROM ${table}`)).toEqual([]);
    }
    expect((await about(id, { method: "GET" })).status).toBe(404);
    expect((await audited()).at(-1)).toMatchObject({
      action: "deleteFlight",
      resource_key: `${id}`,
    });

    await load({ observed: [LANDED] });
    const back = await firstId();
    expect(back).not.toBe(id);
    expect((await get(back)).arrival.gate).toBeNull();
  });

  it("leaves the other operation of the number, whose id leads to it", async () => {
    const evening = seen({ at: "2030-04-30T06:00", departs: "20:00", item: 1 });
    await load({ observed: [PLANNED, { ...evening, payloadHash: PLANNED.payloadHash }] });
    const rows = await rowsOf("SELECT id, operation FROM flights ORDER BY operation");
    const [first, second] = rows.map(({ id }) => Number(id));
    if (!first || !second) throw new Error("The number does not fly twice");
    expect((await about(first, { method: "DELETE" })).status).toBe(204);
    expect((await about(first, { method: "GET" })).status).toBe(404);
    expect(await get(second)).toMatchObject({
      operation: "",
      departure: { scheduled: { local: "2030-05-01T20:00" } },
    });
  });

  it.each([
    ["nobody", 401],
    ["viewer", 403],
  ] as const)("is not for %s", async (who, status) => {
    await load({ observed: [PLANNED] });
    const id = await firstId();
    expect((await about(id, { method: "DELETE" }, who)).status).toBe(status);
    expect(await firstId()).toBe(id);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { load, rowsOf } from "@/tests/integration/flights/flight-fixture";
import { testDatabase } from "@/tests/servers/test-database";
import { audited, firstId, flightEditors, LANDED, PLANNED } from "./fixtures/flight-editors";

testDatabase();
const { about, get, put } = flightEditors();

describe("PUT /api/flights/{id}", () => {
  beforeEach(async () => {
    await load({ observed: [PLANNED] });
  });

  it("keeps what differs from the answers against all later ones, and nothing else", async () => {
    const id = await firstId();
    const response = await put(id, {
      aircraft_type: "32N",
      departure_gate: "A1",
      registration: null,
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      aircraft_type: "32N",
      source: "manual",
      version: 2,
    });
    await load({ observed: [LANDED] });
    const later = await get(id);
    expect(later).toMatchObject({
      aircraft_type: "32N",
      flight_status: "landed",
      departure: { gate: "A2", delay_minutes: 10 },
      source: "manual",
      version: 3,
    });
    const said = await rowsOf("SELECT said FROM flight_observations WHERE stream = 'manual'");
    expect(said.map((row) => JSON.parse(String(row.said)))).toEqual([
      {
        number: "1070",
        aircraftType: "32N",
        departureTimeZone: "Europe/Berlin",
        arrivalTimeZone: "Europe/Zurich",
      },
    ]);
  });

  it("replaces what was said before, and gives back what is said no more", async () => {
    const id = await firstId();
    await put(id, { aircraft_type: "32N", arrival_gate: "E5" });
    const gate = await put(id, { arrival_gate: "E6" });
    expect(await gate.json()).toMatchObject({ aircraft_type: "221", arrival: { gate: "E6" } });
    const nothing = await put(id, {});
    expect(await nothing.json()).toMatchObject({ source: "lufthansa", arrival: { gate: null } });
    expect(
      await rowsOf("SELECT 1 AS one FROM flight_observations WHERE stream = 'manual'"),
    ).toEqual([]);
    const entries = await rowsOf("SELECT before_json, after_json FROM audit_log ORDER BY id");
    expect(entries).toHaveLength(3);
    expect(JSON.parse(String(entries[1]?.before_json))).toMatchObject({ arrival: { gate: "E5" } });
    expect(JSON.parse(String(entries[1]?.after_json))).toMatchObject({ arrival: { gate: "E6" } });
  });

  it("is counted as what the person says", async () => {
    const id = await firstId();
    await put(id, { flight_status: "cancelled", service_type: "bus" });
    expect(await rowsOf("SELECT service_type, status, flights FROM flight_days")).toEqual([
      { service_type: "bus", status: "cancelled", flights: 1 },
    ]);
  });

  it("keeps texts of any kind as they are", async () => {
    const id = await firstId();
    const texts = { arrival_gate: "Ä 😀'\\\u0000x", arrival_terminal: "Ⅱ" };
    const { arrival } = await (await put(id, texts)).json();
    expect([arrival.gate, arrival.terminal]).toEqual([texts.arrival_gate, texts.arrival_terminal]);
    expect((await get(id)).arrival.gate).toBe(texts.arrival_gate);
    expect((await put(id, texts)).status).toBe(200);
    expect((await put(id, { registration: "Ä" })).status).toBe(400);
  });

  it("twice with the same body is the same version", async () => {
    const id = await firstId();
    const first = await (await put(id, { arrival_gate: "E5" })).json();
    expect(await (await put(id, { arrival_gate: "E5" })).json()).toEqual(first);
  });

  it("may say what a flight is known by, but not change it", async () => {
    const id = await firstId();
    const same = { flight_number: "LX1070", departure_airport: "FRA", flight_date: "2030-05-01" };
    expect((await put(id, same)).status).toBe(200);
    const wrong = { flight_number: "LX1071", arrival_airport: "GVA", flight_date: "2030-05-02" };
    const response = await put(id, wrong);
    expect(response.status).toBe(400);
    const { invalid_params } = await response.json();
    expect(invalid_params.map(({ name }: { name: string }) => name)).toEqual([
      "body.flight_number",
      "body.arrival_airport",
      "body.flight_date",
    ]);
    expect(invalid_params[0].reason).toContain("cannot be changed");
    const nextDay = await put(id, {
      departure_time: "2030-05-02T05:10:00Z",
      arrival_time: "2030-05-02T06:05:00Z",
    });
    expect((await nextDay.json()).invalid_params).toMatchObject([{ name: "body.departure_time" }]);
  });

  it("measures a new departure against the arrival that the answers tell", async () => {
    const id = await firstId();
    const late = await put(id, { departure_time: "2030-05-01T06:10:00Z" });
    expect((await late.json()).invalid_params).toMatchObject([{ name: "body.arrival_time" }]);
    const both = { departure_time: "2030-05-01T06:10:00Z", arrival_time: "2030-05-01T07:05:00Z" };
    expect(await (await put(id, both)).json()).toMatchObject({
      departure_time: "2030-05-01T06:10:00.000Z",
      scheduled_block_minutes: 55,
    });
  });

  it("and DELETE are for the version that If-Match names", async () => {
    const id = await firstId();
    const held = (await about(id, { method: "GET" })).headers.get("etag") ?? "";
    await load({ observed: [LANDED] });
    const refused = await put(id, { arrival_gate: "E5" }, { "if-match": held });
    expect(refused.status).toBe(412);
    const gone = await about(id, { method: "DELETE", headers: { "if-match": held } });
    expect(gone.status).toBe(412);
    expect(await audited()).toEqual([]);
    const now = (await about(id, { method: "GET" })).headers.get("etag") ?? "";
    expect((await put(id, { arrival_gate: "E5" }, { "if-match": now })).status).toBe(200);
    expect((await about(id, { method: "DELETE", headers: { "if-match": "*" } })).status).toBe(204);
  });

  it("of a flight that is not there is 404", async () => {
    expect((await put(900_001, {})).status).toBe(404);
    expect((await about(900_001, { method: "DELETE" })).status).toBe(404);
  });
});

import { describe, expect, it } from "vitest";
import type { Flight } from "@/lib/contract/flights";
import { dataVersion } from "@/lib/db/data-version";
import { execute } from "@/lib/db/execute";
import { load, rowsOf } from "@/tests/integration/flights/flight-fixture";
import { testDatabase } from "@/tests/servers/test-database";
import { audited, flightEditors, LANDED, PLANNED } from "./fixtures/flight-editors";

testDatabase();
const { get, post } = flightEditors();

const LH400 = {
  flight_number: "LH400",
  airline_code: "LH",
  departure_airport: "FRA",
  arrival_airport: "JFK",
  departure_time: "2030-05-01T22:30:00Z",
  arrival_time: "2030-05-02T07:00:00.000Z",
  flight_status: "scheduled",
  aircraft_type: "74H",
  flight_date: "2030-05-02",
};

describe("POST /api/flights", () => {
  it("makes a flight of the origin's fields, its day by the clock of its airport", async () => {
    const before = await dataVersion();
    const { flight_date: _, airline_code: _too, ...body } = LH400;
    const response = await post(body);
    const flight: Flight = await response.json();
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe(`/api/flights/${flight.id}`);
    expect(response.headers.get("etag")).toContain(`"${flight.id}.1-`);
    expect(flight).toMatchObject({
      ...LH400,
      departure_time: "2030-05-01T22:30:00.000Z",
      source: "manual",
      version: 1,
      payload_id: null,
      run_id: null,
    });
    expect(flight.departure.scheduled).toMatchObject({ local: "2030-05-02T00:30", basis: "sent" });
    expect(flight.departure.time_zone).toBe("Europe/Berlin");
    expect(await get(flight.id)).toEqual(flight);
    expect(await audited()).toEqual([
      {
        action: "createFlight",
        resource: "flights",
        resource_key: `${flight.id}`,
        email: "operator@example.org",
      },
    ]);
    expect(await dataVersion()).toBeGreaterThan(before);
    expect(await rowsOf("SELECT airline_code FROM airlines")).toEqual([{ airline_code: "LH" }]);
  });

  it("of one that is there already is 409 and names it", async () => {
    const { id } = await (await post(LH400)).json();
    const again = await post(LH400);
    expect(again.status).toBe(409);
    expect((await again.json()).detail).toContain(`flight ${id}`);
    expect(await audited()).toHaveLength(1);
  });

  it.each([
    [{ arrival_airport: "FRA" }, "body.arrival_airport"],
    [{ arrival_airport: "QQQ" }, "body.arrival_airport"],
    [{ departure_airport: "FRANKFURT" }, "body.departure_airport"],
    [{ flight_number: "Q9400", airline_code: "Q9" }, "body.flight_number"],
    [{ flight_number: "LH0" }, "body.flight_number"],
    [{ airline_code: "LX" }, "body.airline_code"],
    [{ arrival_time: "2030-05-01T22:30:00Z" }, "body.arrival_time"],
    [{ flight_date: "2030-05-01" }, "body.flight_date"],
    [{ flight_date: "2030-02-30" }, "body.flight_date"],
    [{ departure_time: "2030-05-01T22:30:30Z" }, "body.departure_time"],
    [{ departure_time: "2030-05-01T22:30" }, "body.departure_time"],
    [{ departure_time: null }, "body.departure_time"],
    [{ flight_status: "late" }, "body.flight_status"],
    [
      {
        actual_departure_time: "2030-05-02T01:00:00Z",
        actual_arrival_time: "2030-05-02T01:00:00Z",
      },
      "body.actual_arrival_time",
    ],
    [{ id: 7 }, "body.id"],
  ])("with %j is refused by name, and makes nothing", async (wrong, name) => {
    const response = await post({ ...LH400, ...wrong });
    expect(response.status).toBe(400);
    expect((await response.json()).invalid_params).toMatchObject([{ name }]);
    expect(await rowsOf("SELECT id FROM flights")).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it("needs the zone of an airport for its times", async () => {
    await execute(
      "INSERT INTO airports (airport_code, source, created_at, updated_at) VALUES ('FRA', 'lufthansa', NOW(), NOW())",
    );
    const response = await post(LH400);
    expect(response.status).toBe(400);
    expect((await response.json()).invalid_params).toMatchObject([{ name: "body.departure_time" }]);
  });

  it.each([
    ["nobody", 401],
    ["viewer", 403],
  ] as const)("is not for %s", async (who, status) => {
    expect((await post(LH400, who)).status).toBe(status);
    expect(await rowsOf("SELECT id FROM flights")).toEqual([]);
  });

  it("is joined by the answers that tell of it later, but for what the person said", async () => {
    const { id } = await (
      await post({
        flight_number: "LX1070",
        departure_airport: "FRA",
        arrival_airport: "ZRH",
        departure_time: "2030-05-01T05:10:00Z",
        aircraft_type: "32N",
      })
    ).json();
    expect(await load({ observed: [PLANNED, LANDED] })).toEqual(["updated", "updated"]);
    expect(await get(id)).toMatchObject({
      id,
      flight_status: "landed",
      aircraft_type: "32N",
      source: "manual",
      payload_id: LANDED.payloadId,
      codeshares: [{ flight_number: "LH5771" }],
    });
  });
});

import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { execute } from "@/lib/db/execute";
import { takeFlightSequence } from "@/lib/db/flights/flight-sequence";
import { transaction } from "@/lib/db/transaction";
import { testDatabase } from "@/tests/servers/test-database";
import { refusal } from "./fixtures/call";
import { auditLines, FRA, referenceEditors, sync } from "./fixtures/reference-editors";
import { storeFlights } from "./fixtures/stored-flights";

testDatabase();
const { get, remove } = referenceEditors(
  "airports",
  "flights",
  "tracked_routes",
  "tracked_airports",
);

describe("DELETE /api/airports/{code}", () => {
  it("takes the row away, until a list has it again", async () => {
    await sync("airports", [FRA]);
    const { body: before } = await get("/api/airports/FRA");
    const { status, body } = await remove("/api/airports/FRA");
    expect({ status, body }).toEqual({ status: 204, body: undefined });
    expect(await refusal(get("/api/airports/FRA"))).toMatchObject({ status: 404 });
    expect(await refusal(remove("/api/airports/FRA"))).toMatchObject({ status: 404 });
    expect(await auditLines()).toMatchObject([{ action: "deleteAirport", before, after: null }]);
    await sync("airports", [FRA]);
    expect((await get("/api/airports/FRA")).body).toMatchObject({
      source: "lufthansa",
      version: 1,
    });
  });

  it("is refused with all that refers to it, and how often", async () => {
    await sync("airports", [FRA]);
    const between = (id: number, origin: string, destination: string) => ({
      ...{ id, number: `LH${id}`, origin, destination },
      ...{ departs: "2030-05-01T10:00", departsUtc: "2030-05-01T08:00" },
    });
    await storeFlights([
      between(1, "FRA", "JFK"),
      between(2, "MUC", "FRA"),
      between(3, "MUC", "JFK"),
    ]);
    await execute(
      "INSERT INTO tracked_routes (departure, arrival, created_at) VALUES ('MUC', 'FRA', NOW())",
    );
    await execute("INSERT INTO tracked_airports (airport_code, created_at) VALUES ('FRA', NOW())");
    const answer = await remove("/api/airports/FRA");
    expect(answer).toMatchObject({
      status: 409,
      body: {
        code: "conflict",
        references: [
          { resource: "flights", count: 2 },
          { resource: "tracked_routes", count: 1 },
          { resource: "tracked_airports", count: 1 },
        ],
      },
    });
    expect(answer.body.detail).toContain("2 in flights, 1 in tracked_routes");
    expect((await get("/api/airports/FRA")).status).toBe(200);
    expect(await auditLines()).toEqual([]);
  });

  it("waits for whoever is writing flights, and counts what they wrote", async () => {
    await sync("airports", [FRA]);
    let removing: ReturnType<typeof remove> | undefined;
    await transaction(async (connection) => {
      await takeFlightSequence(connection);
      await execute(
        `INSERT INTO tracked_routes (departure, arrival, created_at) VALUES ('FRA', 'MUC', NOW())`,
        [],
        connection,
      );
      removing = remove("/api/airports/FRA");
      await Promise.race([removing, wait(300)]);
    });
    expect(await removing).toMatchObject({ status: 409, body: { code: "conflict" } });
  });
});

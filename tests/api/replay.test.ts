import { describe, expect, it } from "vitest";
import * as replayOne from "@/app/api/sync/rejects/[id]/replay/route";
import { execute } from "@/lib/db/execute";
import { transaction } from "@/lib/db/transaction";
import { airlineEntity } from "@/lib/db/upsert/airlines";
import { upsertRecords } from "@/lib/db/upsert/upsert-records";
import { rowsOf } from "@/tests/integration/flights/flight-fixture";
import { knownFlights } from "@/tests/integration/import/database";
import { testDatabase } from "@/tests/servers/test-database";
import { rejectLh, rejectReaders } from "./fixtures/reject-readers";

testDatabase();
const { about, again, idOf, listed } = rejectReaders();

describe("POST /api/sync/rejects/replay of a list", () => {
  it("keeps what can be kept now, resolves its reject, and leaves the others", async () => {
    const id = await rejectLh();
    const before = await rowsOf("SELECT * FROM airlines ORDER BY airline_code");
    const answer = await again({ stream: "airlines" });
    expect(answer).toMatchObject({ replayed: 3, kept: 1, still_rejected: 2, lost: 0, left: 0 });
    expect(answer.rejects).toContainEqual({ id, outcome: "kept" });
    const after = await rowsOf("SELECT * FROM airlines ORDER BY airline_code");
    expect(after.filter(({ airline_code }) => airline_code !== "LH")).toEqual(before);
    expect(after.find(({ airline_code }) => airline_code === "LH")).toMatchObject({
      name: "Lufthansa",
      source: "lufthansa",
    });
    // The twin that stands in another answer is still known for one.
    expect((await listed("?stream=airlines")).map(({ rule }) => rule).sort()).toEqual([
      "duplicate_code",
      "invalid_code",
    ]);
    const resolved = await listed("?stream=airlines&state=resolved");
    expect(resolved).toMatchObject([{ id, resolved_at: expect.any(String) }]);
    expect((await listed("?stream=airlines&state=all")).length).toBe(3);
  });

  it("twice changes nothing the second time", async () => {
    const id = await rejectLh();
    await again({ ids: [id] });
    const rows = await rowsOf("SELECT * FROM airlines ORDER BY airline_code");
    expect(await again({ ids: [id] })).toMatchObject({ replayed: 0, kept: 0, left: 0 });
    const single = await about(replayOne.POST, id, { method: "POST" });
    expect(await single.json()).toMatchObject({ replayed: 1, kept: 1, still_rejected: 0 });
    expect(await rowsOf("SELECT * FROM airlines ORDER BY airline_code")).toEqual(rows);
  });

  it("does not put an old answer over what was said since", async () => {
    const id = await rejectLh();
    await transaction((connection) =>
      upsertRecords(connection, airlineEntity, {
        source: "lufthansa",
        runId: "018f0000-0000-7000-8000-000000000001",
        now: new Date(),
        records: [
          {
            record: { code: "LH", icaoCode: null, name: "Lufthansa of today", countryCode: null },
            payloadId: "018f0000-0000-7000-8000-000000000002",
          },
        ],
      }),
    );
    expect(await again({ ids: [id] })).toMatchObject({ kept: 1 });
    expect(await rowsOf("SELECT name FROM airlines WHERE airline_code = 'LH'")).toEqual([
      { name: "Lufthansa of today" },
    ]);
  });

  it("goes on behind those that were read, also where they are rejected still", async () => {
    const first = await listed("?stream=airlines&sort=id");
    const after = first[0]?.id;
    const answer = await again({ stream: "airlines", after });
    expect(answer).toMatchObject({ replayed: first.length - 1, left: 0, next: null });
    expect(answer.rejects.map(({ id }) => id)).not.toContain(after);
  });

  it("says where the answer is not kept any more, and leaves the reject open", async () => {
    await execute("DELETE FROM payload_answers");
    const answer = await again({ stream: "airlines" });
    expect(answer).toMatchObject({ replayed: 2, kept: 0, still_rejected: 0, lost: 2 });
    expect(await listed("?stream=airlines")).toHaveLength(2);
  });

  it("goes through while others write the same rows", async () => {
    const id = await rejectLh();
    const others = ["AA", "BW", "LH"].map((code) => ({
      record: { code, icaoCode: null, name: "Lufthansa", countryCode: null },
      payloadId: "018f0000-0000-7000-8000-000000000002",
    }));
    const aSync = () =>
      transaction(async (connection) => {
        const now = new Date();
        const runId = "018f0000-0000-7000-8000-000000000001";
        const batch = { source: "lufthansa", runId, now, records: others } as const;
        return upsertRecords(connection, airlineEntity, batch);
      });
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 5 }, () => again({ ids: [id] }))),
      Promise.all(Array.from({ length: 5 }, aSync)),
    ]);
    expect(answers.reduce((sum, { kept }) => sum + kept, 0)).toBeGreaterThan(0);
    expect(await rowsOf("SELECT name FROM airlines WHERE airline_code = 'LH'")).toEqual([
      { name: "Lufthansa" },
    ]);
  });
});

describe("POST /api/sync/rejects/replay of flights", () => {
  /** A flight that an older parser could not keep. */
  async function rejectFlight(): Promise<number> {
    await execute("DELETE FROM flights WHERE number = 910");
    await execute("DELETE FROM flight_observations WHERE number = 910");
    await execute(
      `INSERT INTO rejects (stream, rule, record_key, sample_hash, message, sample, payload_id, run_id, first_seen_at, last_seen_at)
       SELECT stream, 'missing_time', 'LH910', ?, 'An old parser', '{}', payload_id, run_id, first_seen_at, last_seen_at
       FROM rejects WHERE rule = 'invalid_number'`,
      ["a".repeat(64)],
    );
    return idOf("missing_time", "flight-information");
  }

  it("makes the flight, once, and the one that cannot be kept stays a reject", async () => {
    const right = await knownFlights();
    const id = await rejectFlight();
    expect(await knownFlights()).not.toEqual(right);
    expect(await again({ stream: "flight-information" })).toMatchObject({
      replayed: 2,
      kept: 1,
      still_rejected: 1,
    });
    const [flights, , , observations] = await knownFlights();
    expect(flights).toEqual(right[0]);
    expect(observations).toEqual(right[3]);
    expect(await listed("?stream=flight-information")).toMatchObject([{ rule: "invalid_number" }]);
    const single = await about(replayOne.POST, id, { method: "POST" });
    expect(await single.json()).toMatchObject({ kept: 1 });
    expect((await knownFlights())[0]).toEqual(right[0]);
    expect(await rowsOf("SELECT seen_count FROM rejects WHERE rule = 'invalid_number'")).toEqual([
      { seen_count: 1 },
    ]);
  });

  it("is in the audit log once, with what came of it", async () => {
    const id = await rejectFlight();
    await about(replayOne.POST, id, { method: "POST" });
    const entries = await rowsOf("SELECT action, resource_key, after_json FROM audit_log");
    expect(entries).toMatchObject([{ action: "replayReject", resource_key: `${id}` }]);
    expect(JSON.parse(String(entries[0]?.after_json))).toMatchObject({ ids: [id], kept: 1 });
  });
});

import { expect, test } from "vitest";
import { z } from "zod";
import { previewNormalize } from "@/inngest/preview-normalize";
import { execute } from "@/lib/db/execute";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { query } from "@/lib/db/query";
import { testDatabase } from "../../servers/test-database";
import { expectCounted } from "../flights/counted";
import { knownFlights } from "./database";
import { normalizeAgain, SPAN, spoil, stream, threeDays } from "./three-days";

testDatabase();
const { right } = threeDays();

test("what an older parser got wrong is told exactly, and nothing is written before it is applied", async () => {
  await spoil("2030-07-02");
  const spoilt = await knownFlights();
  expect(spoilt).not.toEqual(right());
  const preview = await previewNormalize({ stream, ...SPAN });
  expect(preview).toMatchObject({
    isWhole: true,
    days: 3,
    answers: 6,
    rows: 12,
    observations: { changed: 1, added: 0, gone: 0 },
    flights: { added: 0, changed: 1, removed: 0 },
    fields: { departure_gate: 1, arrival_gate: 1, events: 1 },
    lost: { answers: 0 },
  });
  expect(preview.samples).toMatchObject([
    {
      kind: "changed",
      key: { carrier: "LH", number: 900, origin: "FRA", flightDate: "2030-07-02" },
      fields: expect.arrayContaining([{ field: "departure_gate", from: "A1", to: "A2" }]),
    },
  ]);
  expect(await knownFlights()).toEqual(spoilt);
});

test("applied, it mends rows and events, counts what it did, and asks nobody", async () => {
  await spoil("2030-07-02");
  expect(await normalizeAgain()).toMatchObject({
    status: "complete",
    task: "normalize",
    windows_done: 3,
    api_calls: 0,
    fetched: 12,
    inserted: 0,
    updated: 1,
    unchanged: 11,
  });
  expect(await knownFlights()).toEqual(right());
  await expectCounted();
  const events = await query(
    z.object({ field: z.string(), old_value: z.string().nullable(), new_value: z.string() }),
    `SELECT field, old_value, new_value FROM flight_events e JOIN flights f ON f.id = e.flight_id
     WHERE f.flight_date = '2030-07-02' AND f.number = 900 AND field LIKE '%Gate'`,
  );
  expect(events).toEqual([{ field: "departureGate", old_value: "A1", new_value: "A2" }]);
  expect(await previewNormalize({ stream, ...SPAN })).toMatchObject({
    flights: { added: 0, changed: 0, removed: 0 },
  });
});

test("days that were not named stay as they are", async () => {
  await spoil("2030-07-01");
  await spoil("2030-07-03");
  const preview = await previewNormalize({ stream, from: "2030-07-01", to: "2030-07-02" });
  expect(preview).toMatchObject({ days: 2, flights: { changed: 1 } });
  await normalizeAgain({ from: "2030-07-01", to: "2030-07-02" });
  expect(await previewNormalize({ stream, ...SPAN })).toMatchObject({ flights: { changed: 1 } });
});

test("a flight that an older parser overlooked is found, and one that it made up goes", async () => {
  await execute(
    "DELETE FROM flight_observations WHERE flight_date = '2030-07-01' AND number = 910",
  );
  await execute("DELETE FROM flights WHERE flight_date = '2030-07-01' AND number = 910");
  const made = (table: string) =>
    execute(`UPDATE ${table} SET number = 777 WHERE flight_date = '2030-07-03' AND number = 910`);
  await made("flight_observations");
  await made("flights");
  expect(await previewNormalize({ stream, ...SPAN })).toMatchObject({
    observations: { added: 2, changed: 2, gone: 0 },
    flights: { added: 2, changed: 0, removed: 1 },
  });
  expect(await normalizeAgain()).toMatchObject({ status: "complete", inserted: 2 });
  expect((await knownFlights())[0]).toEqual(right()[0]);
});

test("an answer that the raw store has lost is named, and what it said stays", async () => {
  const [first] = await query(
    z.object({ payload_id: z.string() }),
    "SELECT payload_id FROM flight_observations WHERE flight_date = '2030-07-02' ORDER BY observed_at DESC LIMIT 1",
  );
  const id = first?.payload_id ?? "";
  await spoil("2030-07-02");
  const before = await knownFlights();
  await createMysqlPayloadStore().remove([id]);
  expect(await previewNormalize({ stream, ...SPAN })).toMatchObject({
    answers: 5,
    lost: { answers: 1, samples: [{ payloadId: id, reason: "missing" }] },
    flights: { added: 0, changed: 0, removed: 0 },
  });
  expect(await normalizeAgain()).toMatchObject({
    status: "complete",
    message: expect.stringContaining("2030-07-02"),
    fetched: 10,
  });
  const [window] = await query(
    z.object({ state: z.string(), message: z.string() }),
    "SELECT state, message FROM sync_windows WHERE scope = 'answers' AND window_key = '2030-07-02'",
  );
  expect(window).toEqual({
    state: "partial",
    message: expect.stringContaining(`${id} (not in the raw store)`),
  });
  expect(await knownFlights()).toEqual(before);
});

test("an answer that is damaged, or that today's parser does not know, costs no other one", async () => {
  const store = createMysqlPayloadStore();
  const ids = await store.listIds(null, 10);
  const [damaged = "", strange = ""] = ids;
  const hashOf = async (id: string) => (await store.find(id))?.hash ?? "";
  await execute("UPDATE payload_bodies SET body = 'x' WHERE hash = ?", [await hashOf(damaged)]);
  const other = await store.find(strange);
  if (!other) throw new Error("nothing is kept");
  await store.remove([strange]);
  await store.save({ ...other, answer: { ...other.answer, body: Buffer.from("{}") } });
  const preview = await previewNormalize({ stream, ...SPAN });
  expect(preview.lost.samples.map(({ reason }) => reason).sort()).toEqual([
    "damaged",
    "not_understood",
  ]);
  await normalizeAgain();
  expect(await knownFlights()).toEqual(right());
});

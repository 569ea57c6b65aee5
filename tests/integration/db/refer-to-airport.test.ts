import { expect, test } from "vitest";
import { deleteAirport } from "@/lib/db/airports/delete-airport";
import { findAirports } from "@/lib/db/airports/find-airports";
import { referToAirport } from "@/lib/db/airports/refer-to-airport";
import { execute } from "@/lib/db/execute";
import { requestRun } from "@/lib/db/runs/request-run";
import { SYSTEM } from "@/lib/model/actor";
import { LIST_SCOPE } from "@/lib/model/stream";
import { testDatabase } from "../../servers/test-database";

testDatabase();

async function listIsCollected(): Promise<void> {
  const { run } = await requestRun({
    stream: "airports",
    scope: LIST_SCOPE,
    trigger: "command",
    requestedBy: null,
  });
  await execute(
    "UPDATE sync_runs SET status = 'complete', finished_at = UTC_TIMESTAMP(3) WHERE id = ?",
    [run.id],
  );
}

const total = async () => (await findAirports({ skip: 0, limit: 1, sort: "airport_code" })).total;

test("what Lufthansa's list may still bring is not taken from open data", async () => {
  expect(await referToAirport("HKG")).toBeNull();
  expect(await total()).toBe(0);
});

test("an airport that the whole list lacks becomes a row of open data when somebody refers to it, once", async () => {
  await listIsCollected();
  const [first, second] = await Promise.all([referToAirport("HKG"), referToAirport("HKG")]);
  expect(first).toMatchObject({
    airport_code: "HKG",
    source: "open_data",
    time_zone: "Asia/Hong_Kong",
    time_zone_basis: "derived",
    run_id: null,
  });
  expect(second?.id).toBe(first?.id);
  expect(await total()).toBe(1);
});

test("a code that nobody knows stays unknown, and a row that is there is left alone", async () => {
  expect(await referToAirport("QQQ")).toBeNull();
  await execute("UPDATE airports SET name = 'Chek Lap Kok', source = 'lufthansa'");
  expect(await referToAirport("HKG")).toMatchObject({ name: "Chek Lap Kok", source: "lufthansa" });
  expect(await total()).toBe(1);
});

test("an airport that a person deleted is not taken from open data again", async () => {
  await listIsCollected();
  expect(await referToAirport("DEN")).not.toBeNull();
  await deleteAirport("DEN", { actor: SYSTEM, precondition: null });
  expect(await referToAirport("DEN")).toBeNull();
});

import { rmSync } from "node:fs";
import { afterEach, beforeEach } from "vitest";
import { executeHere } from "@/inngest/execute-here";
import { execute } from "@/lib/db/execute";
import { getRun } from "@/lib/db/runs/get-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { overrideEnv } from "@/lib/env";
import { archiveOf, informationAnswer, informationFlight } from "../../fakes/archive";
import { emptyDatabase, importInto, knownFlights } from "./database";

export const stream = "flight-information";
export const SPAN = { from: "2030-07-01", to: "2030-07-03" };
export const DAYS = ["2030-07-01", "2030-07-02", "2030-07-03"] as const;

/**
 * Before each test three days with two answers each, in which one flight of every day is told of twice: its gate changed in
 * between. Returns what is right of them.
 */
export function threeDays(): { right: () => Record<string, unknown>[][] } {
  let dir: string;
  let right: Record<string, unknown>[][] = [];
  beforeEach(async () => {
    overrideEnv({ MONGODB_URI: undefined });
    await emptyDatabase();
    const told = (day: string, gate: string) =>
      informationAnswer([
        informationFlight(day, { gate }),
        informationFlight(day, { number: "910" }),
      ]);
    dir = archiveOf(
      Object.fromEntries(
        DAYS.map((day) => [
          `customerflightinformation/${day}.json`,
          { FRA_departure_0400: told(day, "A1"), FRA_departure_0600: told(day, "A2") },
        ]),
      ),
    );
    await importInto(dir);
    right = await knownFlights();
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  return { right: () => right };
}

/** A queued run that is to rebuild these days. */
export async function requestNormalize(span = SPAN) {
  const scope = { kind: "flights", of: "tracked", ...span, mode: "again" } as const;
  const wish = { stream, scope, task: "normalize", trigger: "person", requestedBy: null } as const;
  return (await requestRun(wish)).run.id;
}

/** Rebuilds these days and returns the run as it ended. */
export async function normalizeAgain(span = SPAN) {
  const id = await requestNormalize(span);
  await executeHere({ runId: id, owner: "test" });
  return getRun(id);
}

/** What an older parser would have written of the newest answer of a day: the gate of the arrival in place of the departure's. */
export async function spoil(day: string): Promise<void> {
  await execute(
    `UPDATE flight_observations SET said = REPLACE(said, '"departureGate":"A2"', '"arrivalGate":"A2"')
     WHERE flight_date = ? AND number = 900`,
    [day],
  );
  await execute(
    "UPDATE flights SET departure_gate = 'A1', arrival_gate = 'A2' WHERE flight_date = ? AND number = 900",
    [day],
  );
  await execute(
    `UPDATE flight_events SET field = 'arrivalGate', old_value = NULL WHERE field = 'departureGate'
     AND flight_id IN (SELECT id FROM flights WHERE flight_date = ? AND number = 900)`,
    [day],
  );
}

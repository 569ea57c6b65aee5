import { z } from "zod";
import { execute } from "@/lib/db/execute";
import { createLedger } from "@/lib/db/ledger/create-ledger";
import { query } from "@/lib/db/query";
import { requestRun } from "@/lib/db/runs/request-run";
import type { AirportRecord } from "@/lib/model/airport";
import type { LedgerWindow, LoadedWindow, PlannedWindow } from "@/lib/sync/ports";

export const PAYLOAD = "01900000-0000-7000-8000-000000000001";

/** An airport of which only the code is known, and what the test cares for. */
export const airport = (code: string, said: Partial<AirportRecord> = {}): AirportRecord => ({
  code,
  name: null,
  cityCode: null,
  countryCode: null,
  locationType: null,
  latitude: null,
  longitude: null,
  utcOffsetMinutes: null,
  timeZone: null,
  timeZoneBasis: null,
  ...said,
});

/** An answered window with these records and nothing else. */
export const loadedWith = (
  records: readonly AirportRecord[],
  also: Partial<LoadedWindow<AirportRecord>> = {},
): LoadedWindow<AirportRecord> => ({
  state: "complete",
  expected: records.length,
  fetched: records.length + (also.rejects?.length ?? 0),
  records: records.map((record) => ({ record, payloadId: PAYLOAD, listPosition: null })),
  rejects: [],
  unreadable: [],
  healed: [],
  drift: [],
  lastCode: null,
  more: [],
  answered: null,
  ...also,
});

export const plannedWindows = (...keys: string[]): PlannedWindow[] =>
  keys.map((key) => ({ scope: "list", key, plan: { key } }));

export const airportLedger = (owner = "one", isOwnerDead?: (owner: string) => boolean) =>
  createLedger({
    stream: "airports",
    owner,
    store: "mysql",
    ...(isOwnerDead ? { isOwnerDead } : {}),
  });

let asked = 0;

/** A queued run that no other test shares: each asks for another code. */
export async function queuedRun(priority = 100): Promise<string> {
  asked += 1;
  const code = asked.toString(36).toUpperCase().padStart(3, "Q");
  const { run } = await requestRun({
    stream: "airports",
    scope: { kind: "codes", codes: [code] },
    trigger: "command",
    requestedBy: null,
    priority,
  });
  return run.id;
}

/** A run with these windows planned, the first of them begun. */
export async function begunRun(...keys: string[]) {
  const ledger = airportLedger();
  const runId = await queuedRun();
  await ledger.claim(runId);
  await ledger.plan(runId, plannedWindows(...(keys.length > 0 ? keys : ["1-100"])), null);
  return { ledger, runId, window: await windowOf(ledger, runId) };
}

export async function windowOf(
  ledger: ReturnType<typeof airportLedger>,
  runId: string,
): Promise<LedgerWindow> {
  const window = await ledger.next(runId);
  if (!window) throw new Error("the run has no window left");
  return window;
}

/** Another worker's lease is over, as if a minute had passed. */
export const endLease = (runId: string) =>
  execute("UPDATE sync_runs SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ?", [
    runId,
  ]);

const AnyRow = z.record(z.string(), z.unknown());

/** Whole tables as they are stored, in a stable order. */
export async function snapshot(...tables: string[]): Promise<Record<string, unknown>[][]> {
  return Promise.all(tables.map((table) => query(AnyRow, `SELECT * FROM ${table} ORDER BY 1, 2`)));
}

import { rmSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { FlightPayload } from "@/lib/contract/flight-payloads";
import type { PayloadRow } from "@/lib/contract/payloads";
import type { Run } from "@/lib/contract/sync";
import { replaceFlight } from "@/lib/db/flights/replace-flight";
import { query } from "@/lib/db/query";
import { overrideEnv } from "@/lib/env";
import { SYSTEM } from "@/lib/model/actor";
import { archiveOf, informationAnswer, informationFlight } from "@/tests/fakes/archive";
import { importInto } from "@/tests/integration/import/database";
import { testDatabase } from "@/tests/servers/test-database";
import { call } from "./fixtures/call";
import { person, session } from "./fixtures/callers";

testDatabase();

const DAY = "2020-07-01";
const OTHER_DAY = "2020-07-02";
let viewer: Record<string, string>;
let flightId: number;
const today = new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  overrideEnv({
    NEXTAUTH_SECRET: "a secret of this test, long enough",
    API_CALLS_PER_MINUTE: 0,
    MONGODB_URI: undefined,
  });
  viewer = await session(await person("viewer", "reader"));
  const told = (day: string, gate: string) => informationAnswer([informationFlight(day, { gate })]);
  const dir = archiveOf({
    [`customerflightinformation/${DAY}.json`]: {
      FRA_departure_0400: told(DAY, "A1"),
      FRA_departure_0600: told(DAY, "A2"),
    },
    [`customerflightinformation/${OTHER_DAY}.json`]: { FRA_departure_0400: told(OTHER_DAY, "A1") },
  });
  await importInto(dir);
  rmSync(dir, { recursive: true });
  const [flight] = await query(
    z.object({ id: z.number() }),
    "SELECT id FROM flights WHERE flight_date = ?",
    [DAY],
  );
  flightId = flight?.id ?? 0;
});

const get = (path: string, headers = viewer) => call("GET", path, { headers });
const listed = async (search: string): Promise<PayloadRow[]> =>
  (await get(`/api/payloads?${search}`)).body;
const runs = async (search = ""): Promise<Run[]> => (await get(`/api/sync/runs${search}`)).body;

describe("GET /api/payloads", () => {
  it("lists the answers of a run, of a flight, and of a stream on some days", async () => {
    const [run] = await runs();
    const ofRun = await listed(`run_id=${run?.id}`);
    expect(ofRun).toHaveLength(3);
    expect(ofRun[0]).toMatchObject({
      stream: "flight-information",
      window: expect.stringContaining("FRA/departures 2020-07-0"),
      run_id: run?.id,
      status: 200,
      store: "mysql",
    });
    const ofFlight = await listed(`flight_id=${flightId}`);
    expect(ofFlight.map(({ window }) => window).sort()).toEqual([
      `FRA/departures ${DAY}T04:00`,
      `FRA/departures ${DAY}T06:00`,
    ]);
    expect(await listed(`stream=flight-information&from=${today}`)).toHaveLength(3);
    expect(await listed(`stream=flight-information&from=2026-01-01&to=2026-01-31`)).toEqual([]);
    expect(await listed("stream=flight-information&flight_id=900001")).toEqual([]);
  });

  it("walks by cursor, either way, and picks fields", async () => {
    const path = `/api/payloads?flight_id=${flightId}&limit=1&fields=id`;
    const first = await get(path);
    expect(first.headers.get("x-total-count")).toBe("2");
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1];
    const second = await get(next ?? "");
    const down = [...first.body, ...second.body];
    const up = (await get(`/api/payloads?flight_id=${flightId}&sort=id&fields=id`)).body;
    expect(up).toEqual(down.toReversed());
    expect(Object.keys(up[0])).toEqual(["id"]);
  });

  it.each([
    ["", "query.run_id"],
    ["stream=schedules", "query.from"],
    ["stream=schedules&from=2026-01-01&to=2026-02-01", "query.from"],
  ])("?%s would read too much", async (search, name) => {
    const { status, body } = await get(`/api/payloads?${search}`);
    expect({ status, code: body.code }).toEqual({ status: 400, code: "range_required" });
    expect(body.invalid_params[0].name).toBe(name);
  });

  it("is for who signed in", async () => {
    expect((await get(`/api/payloads?flight_id=${flightId}`, {})).status).toBe(401);
  });
});

describe("GET /api/flights/{id}/payloads", () => {
  it("tells which answers tell of a flight, and what each says, a person too", async () => {
    const by = { actor: SYSTEM, precondition: null };
    await replaceFlight(flightId, { registration: "DAIXA" }, by);
    const { status, body } = await get(`/api/flights/${flightId}/payloads`);
    expect(status).toBe(200);
    const told: FlightPayload[] = body;
    expect(told.map(({ stream, said }) => [stream, said.departure_gate])).toEqual([
      ["flight-information", "A1"],
      ["flight-information", "A2"],
      ["manual", undefined],
    ]);
    expect(told[0]).toMatchObject({
      flight_number: "LH0900",
      codeshares: ["UA9000"],
      window: `FRA/departures ${DAY}T04:00`,
      said: { status: "landed", scheduled_departure: { utc: `${DAY}T05:00:00.000Z` } },
    });
    expect(told[2]).toMatchObject({ payload_id: null, window: null });
    expect(told[2]?.said).toMatchObject({ registration: "DAIXA" });
    const raw = await get(`/api/payloads/${told[0]?.payload_id}`);
    expect(JSON.parse(raw.body.body).FlightInformation.Flights.Flight).toHaveLength(1);
    const events = (await get(`/api/flights/${flightId}/events`)).body;
    expect(events.at(-1)).toMatchObject({ stream: "manual", payload_id: null });
  });

  it("of a flight that is not there is 404", async () => {
    expect((await get("/api/flights/900001/payloads")).status).toBe(404);
  });
});

describe("GET /api/sync/runs", () => {
  it.each([
    ["?task=import", 1],
    ["?task=collect", 0],
    ["?trigger=command", 1],
    ["?trigger=person", 0],
    [`?from=${today}`, 1],
    ["?to=2026-01-01", 0],
  ])("%s has %d", async (search, count) => {
    expect(await runs(search)).toHaveLength(count);
  });

  it("is picked and ordered", async () => {
    expect(await runs("?fields=task,status&sort=created_at")).toEqual([
      { task: "import", status: "complete" },
    ]);
  });
});

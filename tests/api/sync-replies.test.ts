import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as start from "@/app/api/sync/[stream]/route";
import * as startFlights from "@/app/api/sync/flights/route";
import * as runs from "@/app/api/sync/runs/route";
import { setJobsState } from "@/inngest/jobs-state";
import { startLane } from "@/inngest/lane";
import { LANES } from "@/inngest/lanes";
import { processOwner } from "@/inngest/owner";
import type { SyncStarted } from "@/lib/contract/sync";
import { execute } from "@/lib/db/execute";
import { cancelRun } from "@/lib/db/runs/cancel-run";
import { getRun } from "@/lib/db/runs/get-run";
import { pauseRun } from "@/lib/db/runs/pause-run";
import { overrideEnv } from "@/lib/env";
import { type Sandbox, startSandbox } from "@/sandbox/start-sandbox";
import { testDatabase } from "@/tests/servers/test-database";
import { signedInPeople } from "./fixtures/people";
import { dayFromNow } from "./fixtures/stored-coverage";

testDatabase();
const people = signedInPeople();
let source: Sandbox;
let mayWork = true;
const failures: unknown[] = [];

beforeAll(async () => {
  source = await startSandbox({ quota: null });
  overrideEnv({ LUFTHANSA_BASE_URL: source.url, MONGODB_URI: undefined });
  const lanes = LANES.map((tasks) =>
    startLane({
      ...{ tasks, owner: processOwner() },
      mayWork: async () => mayWork,
      reportFailure: (error) => failures.push(error),
    }),
  );
  setJobsState({
    wake: () => {
      for (const lane of lanes) lane.wake();
    },
    isLeader: () => true,
    workingOn: () => null,
  });
});
afterAll(async () => {
  mayWork = false;
  expect(failures).toEqual([]);
  await source.close();
});
beforeEach(async () => {
  mayWork = true;
  await execute("DELETE FROM sync_runs WHERE status NOT IN ('queued', 'running')");
});

const setFaults = (faults: Record<string, number>) =>
  fetch(`${source.url}/_sandbox/faults`, { method: "POST", body: JSON.stringify(faults) });

const startStream = (stream: string, search = "", init: RequestInit = {}) =>
  people.operator.call(start.POST, `/api/sync/${stream}${search}`, {
    method: "POST",
    ...init,
    params: { stream },
  });

describe("POST /api/sync/{stream}", () => {
  it("answers 200 with the count of a run that ends in time", async () => {
    const response = await startStream("aircraft");
    expect(response.status).toBe(200);
    const { run_id, count, status, message }: SyncStarted = await response.json();
    const run = await getRun(run_id);
    expect(run).toMatchObject({ status: "complete", fetched: count });
    expect(count).toBeGreaterThan(0);
    expect(status).toBe("complete");
    expect(message).toContain(`${count} records fetched`);
  });

  it("answers 202 at once to who does not wait, and the run goes on", async () => {
    mayWork = false;
    const response = await startStream("countries", "?wait=0");
    expect(response.status).toBe(202);
    const { run_id, count, status } = await response.json();
    expect({ count, status }).toEqual({ count: null, status: "queued" });
    mayWork = true;
    await expect
      .poll(() => getRun(run_id), { timeout: 30_000 })
      .toMatchObject({
        status: "complete",
      });
  });

  it("answers 202 when the time is over, and does not wait for a run that rests", async () => {
    mayWork = false;
    const late = await startStream("airlines", "?wait=1");
    expect(late.status).toBe(202);
    const { run_id } = await late.json();
    await pauseRun(run_id);
    const resting = await startStream("airlines", "?wait=10");
    expect(await resting.json()).toMatchObject({ run_id, count: null, status: "queued" });
    await cancelRun(run_id);
  });

  it("says how a run stands that began while its caller waited", async () => {
    mayWork = false;
    const answer = startStream("airlines", "?wait=3");
    const begun = async () =>
      (await execute("UPDATE sync_runs SET status = 'running' WHERE status = 'queued'"))
        .affectedRows;
    await expect.poll(begun).toBe(1);
    const late = await answer;
    expect(late.status).toBe(202);
    expect(await late.json()).toMatchObject({
      ...{ message: "The sync of airlines is running.", count: null, status: "running" },
    });
    await execute("UPDATE sync_runs SET status = 'cancelled' WHERE status = 'running'");
  });

  it("goes on when its caller goes", async () => {
    const gone = new AbortController();
    const answer = startStream("cities", "", { signal: gone.signal });
    await expect
      .poll(async () => (await people.viewer.call(runs.GET, "/api/sync/runs")).json())
      .toMatchObject([{ stream: "cities" }]);
    gone.abort();
    const { run_id } = await (await answer).json();
    await expect
      .poll(() => getRun(run_id), { timeout: 60_000 })
      .toMatchObject({
        status: "complete",
        cancel_requested: false,
      });
  });

  it("says that it failed, and why", async () => {
    await setFaults({ "401": 1 });
    const response = await startStream("aircraft");
    await setFaults({});
    const { code, detail } = await response.json();
    expect({ status: response.status, code }).toEqual({
      status: 502,
      code: "upstream_unavailable",
    });
    expect(detail).toMatch(/The sync of aircraft failed \(run [0-9a-f-]{36}\): ./);
  });

  it.each(["?wait=11", "?wait=-1", "?wait=soon", "?wait="])("%s is refused", async (search) => {
    const response = await startStream("aircraft", search);
    expect((await response.json()).invalid_params).toMatchObject([{ name: "query.wait" }]);
  });
});

it("POST /api/sync/flights waits for both of its runs", async () => {
  const search = `departure=FRA&arrival=LHR&date=${dayFromNow(0)}`;
  const response = await people.operator.call(startFlights.POST, `/api/sync/flights?${search}`, {
    method: "POST",
  });
  expect(response.status).toBe(200);
  const { run_ids, count, message } = await response.json();
  const runs = await Promise.all(run_ids.map(getRun));
  expect(runs.map(({ status }) => status)).toEqual(["complete", "complete"]);
  expect(count).toBe(runs.reduce((sum, { fetched }) => sum + fetched, 0));
  expect(message).toMatch(/sync of schedules is complete.*sync of flight-status is complete/);
});

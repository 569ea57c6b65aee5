import { afterAll, beforeAll, expect, test } from "vitest";
import { startLane } from "@/inngest/lane";
import { LANES } from "@/inngest/lanes";
import { findLiveOutlook } from "@/inngest/live-outlook";
import { processOwner } from "@/inngest/owner";
import { forecastLiveNeed, requestLiveRound } from "@/inngest/request-live-round";
import { requestSync } from "@/inngest/request-sync";
import { execute } from "@/lib/db/execute";
import { getRun } from "@/lib/db/runs/get-run";
import { overrideEnv } from "@/lib/env";
import { LIST_SCOPE } from "@/lib/model/stream";
import { type Sandbox, startSandbox } from "@/sandbox/start-sandbox";
import { stayInHour } from "../../servers/stay-in-hour";
import { testDatabase } from "../../servers/test-database";

testDatabase();
let source: Sandbox;
let isOpen = true;
const failures: unknown[] = [];

beforeAll(async () => {
  await stayInHour(90);
  source = await startSandbox({ quota: { callsPerSecond: 50, callsPerHour: 30 } });
  overrideEnv({
    ...{ LUFTHANSA_BASE_URL: source.url, MONGODB_URI: undefined },
    // One round an hour: it is the present one at whatever minute this runs.
    ...{ LIVE_STATUS_MINUTES: 60, LIVE_QUOTA_SHARE: 0.5 },
  });
  await execute("DELETE FROM tracked_airports WHERE airport_code <> 'JFK'");
  await forecastLiveNeed(await findLiveOutlook(new Date()));
  for (const tasks of LANES) {
    startLane({
      ...{ tasks, owner: processOwner() },
      mayWork: async () => isOpen,
      reportFailure: (error) => failures.push(error),
    });
  }
});
afterAll(async () => {
  isOpen = false;
  await source.close();
});

test("a backfill that used up what is left for it waits, and holds up neither live work nor what people ask", async () => {
  const daysAgo = (days: number) =>
    new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const backfill = await requestSync({
    ...{ stream: "flight-status", task: "backfill", trigger: "person", requestedBy: null },
    scope: { kind: "flights", of: ["JFK"], from: daysAgo(3), to: daysAgo(2), mode: "missing" },
  });
  const endOfHour = expect.stringMatching(/:00:00\.000Z$/);
  await expect
    .poll(() => getRun(backfill.run_id), { timeout: 40_000 })
    .toMatchObject({ status: "running", waiting_until: endOfHour });
  expect(source.calls().total).toBe(30 - 4 - 2);

  const { runs } = await requestLiveRound(new Date());
  const person = { trigger: "person", requestedBy: "somebody@example.com" } as const;
  const list = await requestSync({ stream: "aircraft", scope: LIST_SCOPE, ...person });
  await expect
    .poll(() => getRun(runs[0] ?? ""), { timeout: 40_000 })
    .toMatchObject({ status: "complete", windows_done: 4 });
  await expect
    .poll(() => getRun(list.run_id), { timeout: 40_000 })
    .toMatchObject({ waiting_until: endOfHour });
  expect((await getRun(list.run_id)).windows_done).toBeGreaterThan(0);

  const waiting = await getRun(backfill.run_id);
  expect(waiting).toMatchObject({ status: "running", finished_at: null, windows_failed: 0 });
  expect(waiting.windows_done).toBeGreaterThan(5);
  expect(source.calls()).toMatchObject({ refused: { "403-second": 0, "403-hour": 0 } });
  expect(failures).toEqual([]);
});

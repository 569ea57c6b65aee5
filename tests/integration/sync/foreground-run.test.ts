import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Run } from "@/lib/contract/sync";
import { execute } from "@/lib/db/execute";
import { claimRun } from "@/lib/db/ledger/claim-run";
import { requestRun } from "@/lib/db/runs/request-run";
import { overrideEnv } from "@/lib/env";
import { LIST_SCOPE } from "@/lib/model/stream";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { foregroundRun } from "@/scripts/sync/foreground-run";
import { testDatabase } from "../../servers/test-database";
import { startSmallSource } from "./small-source";

testDatabase();
let source: Sandbox;

beforeAll(async () => {
  source = await startSmallSource();
  overrideEnv({ LUFTHANSA_BASE_URL: source.url, MONGODB_URI: undefined });
});
afterAll(() => source.close());

test("a run that another worker holds is followed, and taken over when that worker dies", async () => {
  const { run } = await requestRun({
    stream: "airports",
    scope: LIST_SCOPE,
    trigger: "person",
    requestedBy: null,
  });
  await claimRun(run.id, { owner: "another" });
  const seen: Run[] = [];
  const following = foregroundRun({
    stream: "airports",
    scope: LIST_SCOPE,
    owner: "this one",
    onProgress: (told) => seen.push(told),
  });
  await sleep(1500);
  expect(source.calls().total).toBe(0);
  expect(seen.at(-1)).toMatchObject({ id: run.id, status: "running" });

  await execute(
    "UPDATE sync_runs SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = ?",
    [run.id],
  );
  expect(await following).toMatchObject({ id: run.id, status: "complete", fetched: 326 });
  expect(seen.at(-1)).toMatchObject({ status: "complete", fetched: 326 });
});

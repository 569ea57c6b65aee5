import { expect, test } from "vitest";
import { z } from "zod";
import { executeHere } from "@/inngest/execute-here";
import { executeNormalizeRun } from "@/inngest/execute-normalize-run";
import { previewNormalize } from "@/inngest/preview-normalize";
import { execute } from "@/lib/db/execute";
import { createMysqlPayloadStore } from "@/lib/db/payloads/create-mysql-payload-store";
import { query } from "@/lib/db/query";
import { cancelRun } from "@/lib/db/runs/cancel-run";
import { getRun } from "@/lib/db/runs/get-run";
import { pauseRun } from "@/lib/db/runs/pause-run";
import { resumeRun } from "@/lib/db/runs/resume-run";
import type { Step } from "@/lib/sync/ports";
import { testDatabase } from "../../servers/test-database";
import { knownFlights } from "./database";
import {
  DAYS,
  normalizeAgain,
  requestNormalize,
  SPAN,
  spoil,
  stream,
  threeDays,
} from "./three-days";

testDatabase();
const { right } = threeDays();

test("coverage stays as it was, and a reject that is none any more is resolved", async () => {
  const Any = z.record(z.string(), z.unknown());
  const before = await query(Any, "SELECT * FROM coverage ORDER BY scope, window_key");
  const [payload] = await createMysqlPayloadStore().listIds(null, 1);
  await execute(
    `INSERT INTO rejects (stream, rule, record_key, sample_hash, message, sample, payload_id, run_id, first_seen_at, last_seen_at)
     VALUES (?, 'invalid_number', 'LH', ?, 'gone', '{}', ?, '', NOW(), NOW())`,
    [stream, "a".repeat(64), payload],
  );
  await normalizeAgain();
  expect(await query(Any, "SELECT * FROM coverage ORDER BY scope, window_key")).toEqual(before);
  const open = "SELECT * FROM rejects WHERE resolved_at IS NULL";
  expect(await query(Any, open)).toEqual([]);
  expect(await query(Any, "SELECT rule FROM rejects")).toEqual([{ rule: "invalid_number" }]);
});

test("it is cancelled before it begins, rests while paused, and goes on where it was", async () => {
  for (const day of DAYS) await spoil(day);
  const cancelled = await requestNormalize();
  await cancelRun(cancelled);
  await executeHere({ runId: cancelled, owner: "test" });
  expect(await getRun(cancelled)).toMatchObject({ status: "cancelled" });
  expect(await previewNormalize({ stream, ...SPAN })).toMatchObject({ flights: { changed: 3 } });

  const id = await requestNormalize();
  await pauseRun(id);
  await executeHere({ runId: id, owner: "test" });
  expect(await getRun(id)).toMatchObject({ windows_done: 0, finished_at: null });
  await resumeRun(id);
  await executeHere({ runId: id, owner: "test" });
  expect(await getRun(id)).toMatchObject({ status: "complete", windows_done: 3, updated: 3 });
  expect(await knownFlights()).toEqual(right());
});

test("a worker that dies between two days leaves whole days behind, and another one goes on with the rest", async () => {
  for (const day of DAYS) await spoil(day);
  const id = await requestNormalize();
  const dying: Step = {
    run: async (name, work) => {
      if (name === "window 2" || name === "failed 2") throw new Error("dead");
      return work();
    },
    sleepUntil: async () => undefined,
  };
  const work = { runId: id, owner: "test", workClass: "usual", yields: false } as const;
  await expect(executeNormalizeRun(stream, { ...work, step: dying })).rejects.toThrow("dead");
  expect(await getRun(id)).toMatchObject({ status: "running", windows_done: 1, updated: 1 });
  expect(await previewNormalize({ stream, ...SPAN })).toMatchObject({ flights: { changed: 2 } });
  await executeHere({ runId: id, owner: "test" });
  expect(await getRun(id)).toMatchObject({ status: "complete", windows_done: 3, updated: 3 });
  expect(await knownFlights()).toEqual(right());
});

test("days without a kept answer are said to be so", async () => {
  const run = await normalizeAgain({ from: "2029-01-01", to: "2029-12-31" });
  expect(run).toMatchObject({ windows_planned: 0, message: expect.stringContaining("No answer") });
});

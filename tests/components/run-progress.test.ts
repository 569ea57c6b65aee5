import { expect, test } from "vitest";
import { runProgress } from "@/components/sync/run-progress";
import { aRun } from "./fixtures/runs";

const now = new Date("2026-11-23T10:10:00.000Z");
const started_at = "2026-11-23T10:00:00.000Z";

test("a run without a plan has no share, rather than 0 %", () => {
  const progress = runProgress(aRun({ status: "running", windows_planned: 0 }), now);
  expect(progress).toEqual({ done: 0, planned: 0, share: null, leftMs: null });
});

test("failed windows are done too", () => {
  const run = aRun({ status: "running", windows_planned: 10, windows_done: 3, windows_failed: 2 });
  expect(runProgress(run, now)).toMatchObject({ done: 5, share: 0.5 });
});

test("the time left goes on at the pace of so far", () => {
  const run = aRun({ status: "running", started_at, windows_planned: 40, windows_done: 10 });
  expect(runProgress(run, now).leftMs).toBe(30 * 60_000);
});

test.each([
  ["two windows say nothing of the pace", { windows_done: 2 }],
  ["it waits for quota", { windows_done: 10, waiting_until: "2026-11-23T11:00:00.000Z" }],
  ["it is stopping", { windows_done: 10, cancel_requested: true }],
  ["it is over", { windows_done: 10, status: "complete" as const }],
  ["it has hardly begun", { windows_done: 10, started_at: "2026-11-23T10:09:58.000Z" }],
  ["the browser's clock is late", { windows_done: 10, started_at: "2026-11-23T10:11:00.000Z" }],
])("no time left is told when %s", (_, part) => {
  const run = aRun({ status: "running", started_at, windows_planned: 40, ...part });
  expect(runProgress(run, now).leftMs).toBeNull();
});

test("a plan that shrank under what is done is no more than done", () => {
  const run = aRun({ status: "running", started_at, windows_planned: 5, windows_done: 6 });
  expect(runProgress(run, now)).toMatchObject({ done: 5, share: 1, leftMs: null });
});

import { expect, test } from "vitest";
import { runProgress } from "@/components/sync/run-progress";
import { aRun } from "./fixtures/runs";

test("a run without a plan has no share, rather than 0 %", () => {
  const progress = runProgress(aRun({ status: "running", windows_planned: 0 }));
  expect(progress).toEqual({ done: 0, planned: 0, share: null, leftMs: null });
});

test("failed windows are done too", () => {
  const run = aRun({ status: "running", windows_planned: 10, windows_done: 3, windows_failed: 2 });
  expect(runProgress(run)).toMatchObject({ done: 5, share: 0.5 });
});

test("the time left is what the server foresees", () => {
  expect(runProgress(aRun({ status: "running", seconds_left: 90 })).leftMs).toBe(90_000);
});

test.each([
  ["nothing is foreseen", { seconds_left: null }],
  ["it waits for quota", { seconds_left: 90, waiting_until: "2026-11-23T11:00:00.000Z" }],
  ["it is as good as over", { seconds_left: 0 }],
])("no time left is told when %s", (_, part) => {
  expect(runProgress(aRun({ status: "running", ...part })).leftMs).toBeNull();
});

test("a plan that shrank under what is done is no more than done", () => {
  const run = aRun({ status: "running", windows_planned: 5, windows_done: 6 });
  expect(runProgress(run)).toMatchObject({ done: 5, share: 1 });
});

import { expect, test } from "vitest";
import { describePace, describeState, describeTrigger, isBusy } from "@/components/sync/run-words";
import type { Run } from "@/lib/contract/sync";
import { aRun } from "./fixtures/runs";

const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u202f]/g, " ") ?? null;

test("a run that waits for quota says until when", () => {
  const run = aRun({ status: "running", waiting_until: "2026-11-23T11:00:00.000Z" });
  expect(describeState(run)).toEqual({
    kind: "waiting",
    word: "Waiting",
    more: "for quota until 11:00 UTC",
  });
});

test("a cancelled run that still works is stopping; one that is over is cancelled", () => {
  expect(describeState(aRun({ status: "running", cancel_requested: true })).word).toBe("Stopping");
  const over = aRun({ status: "cancelled", cancel_requested: true });
  expect(describeState(over)).toMatchObject({ kind: "cancelled", word: "Cancelled" });
});

test("a whole run names its unreadable positions", () => {
  const state = describeState(aRun({ status: "complete", unreadable: 68 }));
  expect(state).toMatchObject({ kind: "fine", word: "Complete" });
  expect(plain(state.more)).toBe("68 positions unreadable");
});

test("a paused run rests, whatever it did before", () => {
  const paused_at = "2026-11-23T10:30:00.000Z";
  const run = aRun({ status: "queued", paused_at, waiting_until: "2026-11-23T11:00:00.000Z" });
  expect(describeState(run)).toEqual({ kind: "waiting", word: "Paused", more: null });
  expect(describeState(aRun({ status: "complete", paused_at })).word).toBe("Complete");
});

test.each<[Partial<Run>, string]>([
  [{}, "operator@example.com"],
  [{ trigger: "schedule" }, "Weekly, Sunday 02:00 UTC"],
  [
    { trigger: "schedule", stream: "schedules", scope: "flights tracked missing" },
    "Daily, 06:00 UTC",
  ],
  [{ trigger: "schedule", stream: "flight-status", scope: "flights FRA live" }, "Live round"],
])("asked for by %o is %s", (part, words) => {
  expect(describeTrigger(aRun(part))).toBe(words);
});

test.each([
  [null, null],
  [0.4, "less than a window a minute"],
  [1.2, "1 window a minute"],
  [93.4, "93 windows a minute"],
])("a pace of %s", (windows_per_minute, words) => {
  expect(plain(describePace({ windows_per_minute }))).toBe(words);
});

test("only queued and running runs may change", () => {
  const busy = ["queued", "running", "complete", "partial", "failed", "cancelled"] as const;
  expect(busy.filter((status) => isBusy({ status }))).toEqual(["queued", "running"]);
});

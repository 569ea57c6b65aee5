import { expect, test } from "vitest";
import { describeScope, describeState, describeTrigger, isBusy } from "@/components/sync/run-words";
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

test("scope and trigger in words", () => {
  expect(describeScope({ stream: "airports", scope: "list" })).toBe("Airports");
  expect(describeScope({ stream: "airports", scope: "FRA,MUC" })).toBe("Airports FRA, MUC");
  expect(plain(describeScope({ stream: "airports", scope: "FRA,MUC,LHR,JFK" }))).toBe(
    "Airports, 4 codes",
  );
  expect(describeTrigger(aRun())).toBe("operator@example.com");
  expect(describeTrigger(aRun({ trigger: "schedule" }))).toBe("Weekly, Sunday 02:00 UTC");
});

test("only queued and running runs may change", () => {
  const busy = ["queued", "running", "complete", "partial", "failed", "cancelled"] as const;
  expect(busy.filter((status) => isBusy({ status }))).toEqual(["queued", "running"]);
});

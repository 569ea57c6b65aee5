import { expect, test } from "vitest";
import { expectedCalls } from "@/components/sync/expected-calls";
import { aRun } from "./fixtures/runs";

const runs = [
  aRun({ stream: "airports", status: "running", api_calls: 12 }),
  aRun({ stream: "airports", status: "complete", scope: "FRA,MUC", api_calls: 2 }),
  aRun({ stream: "airports", status: "complete", api_calls: 240 }),
  aRun({ stream: "airports", status: "complete", api_calls: 643 }),
  aRun({ stream: "cities", status: "complete", api_calls: 279 }),
];

test("a list costs what its newest whole run cost", () => {
  expect(expectedCalls(["airports"], runs)).toBe(240);
  expect(expectedCalls(["airports", "cities"], runs)).toBe(519);
});

test("what never ran whole has no known cost", () =>
  expect(expectedCalls(["airports", "airlines"], runs)).toBeNull());

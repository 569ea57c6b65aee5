import { expect, test } from "vitest";
import type { RunTask } from "@/lib/model/run";
import { type FlightScope, LIST_SCOPE, type Scope } from "@/lib/model/stream";
import { workClassOf } from "@/lib/model/work-class";

const flights = (mode: FlightScope["mode"]): FlightScope => ({
  kind: "flights",
  of: ["FRA"],
  from: null,
  to: null,
  mode,
});

test.each<[string, RunTask, Scope, string]>([
  ["a list", "collect", LIST_SCOPE, "usual"],
  ["days of flights", "collect", flights("missing"), "usual"],
  ["what holds now", "collect", flights("live"), "live"],
  ["a backfill", "backfill", flights("missing"), "backfill"],
  ["a backfill of what holds now", "backfill", flights("live"), "backfill"],
  ["rows anew", "normalize", flights("again"), "usual"],
])("%s is work of its class", (_what, task, scope, work) => {
  expect(workClassOf({ task, scope })).toBe(work);
});

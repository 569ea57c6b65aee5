import { expect, test } from "vitest";
import { describeAsked, describeScope } from "@/components/sync/describe-scope";
import type { Run } from "@/lib/contract/sync";
import { formatScope } from "@/lib/db/runs/scope-text";
import type { Scope } from "@/lib/model/stream";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

const flights = (part: Partial<Extract<Scope, { kind: "flights" }>>): Scope => ({
  kind: "flights",
  of: "tracked",
  from: null,
  to: null,
  mode: "missing",
  ...part,
});
const codes = (...all: string[]): Scope => ({ kind: "codes", codes: all });
const may = { from: "2030-05-01", to: "2030-05-08" };

test.each<[Run["stream"], Run["task"], Scope, string, string]>([
  ["airports", "collect", { kind: "list" }, "Airports", "the whole list"],
  ["airports", "collect", codes("MUC", "FRA"), "Airports FRA, MUC", "FRA, MUC"],
  ["airports", "collect", codes("A", "B", "C", "D"), "Airports, 4 codes", "A, B, C, D"],
  [
    "schedules",
    "collect",
    flights({}),
    "Schedules, today and what comes",
    "all that is tracked: windows that are not settled",
  ],
  [
    "flight-status",
    "collect",
    flights({ mode: "live" }),
    "Flight status, live",
    "all that is tracked: the windows that hold now",
  ],
  [
    "flight-status",
    "collect",
    flights({}),
    "Flight status, yesterday and today",
    "all that is tracked: windows that are not settled",
  ],
  [
    "schedules",
    "collect",
    flights({ of: ["FRA-LHR"], from: may.from, to: may.from, mode: "again" }),
    "Schedules FRA-LHR, 1 May 2030",
    "FRA-LHR, 1 May 2030: every window",
  ],
  [
    "flight-status",
    "backfill",
    flights(may),
    "Backfill of flight status, 1 May to 8 May 2030",
    "all that is tracked, 1 May to 8 May 2030: windows that are not settled",
  ],
  [
    "flight-information",
    "normalize",
    flights({ from: "2029-12-31", to: "2030-01-01", mode: "again" }),
    "Rebuilding of flight information, 31 Dec 2029 to 1 Jan 2030",
    "all kept answers, 31 Dec 2029 to 1 Jan 2030",
  ],
])("%s, %s, as it is stored", (stream, task, scope, words, asked) => {
  const run = { stream, task, scope: formatScope(scope) };
  expect(plain(describeScope(run))).toBe(words);
  expect(plain(describeAsked(run))).toBe(asked);
});

import type { ObservedFlight } from "@/lib/model/flight";
import { NO_RECORDS, RUN_PRIORITIES, type RunTask, type WindowState } from "@/lib/model/run";
import { settlesAt } from "@/lib/model/settles-at";
import type { FlightScope, FlightStream } from "@/lib/model/stream";
import { workClassOf } from "@/lib/model/work-class";
import type { KnownWindow } from "@/lib/sync/flight-knowledge";
import type { Ledger, LedgerWindow } from "@/lib/sync/ports";
import { toFlightWindow, windowName } from "@/lib/sync/streams/flight-window";

/** A window that was answered, as the coverage ledger would hold it. */
export type AnsweredWindow = KnownWindow & {
  stream: FlightStream;
  startsAt: Date;
  endsAt: Date;
  expected: number | null;
  observedAt: Date;
};

/** By stream, scope and key. */
export type AnsweredWindows = Map<string, AnsweredWindow>;

export type SimulatedRun = {
  id: string;
  stream: FlightStream;
  scope: FlightScope;
  task: RunTask;
  priority: number;
  askedAt: number;
  /** Until when it waits for the quota; 0 when it does not. */
  waitsUntil: number;
  finishedAt: number | null;
  windows: { window: LedgerWindow; state: WindowState }[];
};

export function simulatedRun(
  wish: Pick<SimulatedRun, "stream" | "scope" | "task"> & { id: string; askedAt: number },
): SimulatedRun {
  const priority = RUN_PRIORITIES[workClassOf(wish)];
  return { ...wish, priority, waitsUntil: 0, finishedAt: null, windows: [] };
}

/** The ledger of one run in memory: its windows, and what was answered for all to know. */
export function simulatedLedger(
  run: SimulatedRun,
  answered: AnsweredWindows,
  now: () => number,
): Ledger<ObservedFlight> {
  const found = (id: number) => {
    const window = run.windows.find(({ window }) => window.id === id);
    if (!window) throw new Error(`Run ${run.id} has no window ${id}`);
    return window;
  };
  return {
    claim: async () => {
      const { id, stream, scope, task } = run;
      return { id, stream, scope, task, status: "running", cancelRequested: false, paused: false };
    },
    async plan(_runId, windows) {
      if (run.windows.length === 0) {
        run.windows = windows.map((window, position) => ({
          window: { ...window, id: position + 1, position },
          state: "planned",
        }));
      }
      return run.windows.length;
    },
    async next() {
      run.waitsUntil = 0;
      const half = run.windows.find(({ state }) => state === "running");
      const next = half ?? run.windows.find(({ state }) => state === "planned");
      if (next) next.state = "running";
      return next?.window ?? null;
    },
    noteCall: async () => undefined,
    codeBefore: async () => null,
    async load(_runId, { id }, { state, fetched, expected, answered: when }) {
      const entry = found(id);
      entry.state = state;
      const { scope, key, startsAt, endsAt } = toFlightWindow(entry.window);
      const observedAt = when?.observedAt ?? new Date(now());
      const isSettled = observedAt >= settlesAt(run.stream, { startsAt, endsAt });
      answered.set(`${run.stream} ${windowName(entry.window)}`, {
        ...{
          stream: run.stream,
          scope,
          key,
          startsAt,
          endsAt,
          state,
          fetched,
          expected,
          observedAt,
        },
        settled: isSettled && (state === "complete" || state === "empty"),
      });
      return { ...NO_RECORDS, fetched, inserted: fetched };
    },
    async wait(_runId, until) {
      run.waitsUntil = until.getTime();
    },
    async fail(_runId, message) {
      throw new Error(`A window of ${run.id} failed: ${message}`);
    },
    release: async () => undefined,
    async finish() {
      run.finishedAt = now();
      return "complete";
    },
  };
}

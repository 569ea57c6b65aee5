import type { RunStatus } from "@/lib/model/run";
import type { RunEnd, SyncPorts } from "./ports";
import { isOpen, runWindow, type WindowOutcome, whenLeaseLost } from "./run-window";
import type { SyncStream } from "./sync-stream";

/** Inngest allows 1,000 steps a function run: 100 windows, each with a wait or a failure, stay far below. */
const MAX_WINDOWS = 100;

/**
 * Failed windows in a row of so many different places are no accident of one place: the calls of the hour are better kept. A
 * place that fails alone is borne longer: the source may be down for it and well for all others (API.md section 3).
 */
const MOST_FAILED_PLACES = 3;
const MOST_FAILED_IN_A_ROW = 9;

type StreamRun<Rec, Knowledge> = {
  stream: SyncStream<Rec, Knowledge>;
  runId: string;
  ports: SyncPorts<Rec, Knowledge>;
  /** How many windows to work on before a successor is asked for. */
  maxWindows?: number;
};

/**
 * `continue`: windows are left, call again (a successor with steps of its own). `not_ours`: another worker has the run.
 * `paused`, `yielded`: the run was queued again with its plan; a resumed run, or one that made way, is taken up like any other.
 */
export type StreamRunResult =
  | { kind: "finished"; status: RunStatus }
  | { kind: "continue" | "not_ours" | "paused" | "yielded" };

/**
 * The one sync loop: takes the run, plans its windows into the ledger, works on one after the other and closes the run.
 * The ledger is the plan and the state, so a run that died anywhere goes on where it says. What a retry may cure is
 * thrown out of a step; when the step gives up, the window is marked failed and the next one is tried.
 */
export async function runStream<Rec, Knowledge>(
  run: StreamRun<Rec, Knowledge>,
): Promise<StreamRunResult> {
  const begun = await run.ports.step.run("begin", () => begin(run));
  if (begun.kind === "ended") return { kind: "finished", status: begun.status };
  if (begun.kind === "not_ours") return begun;

  const last = await workOnWindows(run);
  if (last.kind === "ended") return { kind: "finished", status: last.status };
  return isEnd(last) ? finish(run, toRunEnd(last)) : { kind: last.kind };
}

type Begun =
  | { kind: "planned"; windows: number }
  | { kind: "ended"; status: RunStatus }
  | { kind: "not_ours" };

async function begin<Rec, Knowledge>({
  stream,
  runId,
  ports,
}: StreamRun<Rec, Knowledge>): Promise<Begun> {
  const head = await ports.ledger.claim(runId);
  if (!head) return { kind: "not_ours" };
  if (!isOpen(head.status)) return { kind: "ended", status: head.status };
  const plan = stream.plan(head.scope, await ports.knowledge(head.scope, null));
  return ports.ledger
    .plan(runId, plan.windows, plan.note)
    .then(
      (windows): Begun => ({ kind: "planned", windows }),
      whenLeaseLost<Begun>({ kind: "not_ours" }),
    );
}

type Loaded = Extract<WindowOutcome, { kind: "loaded" }>;
type Wait = Extract<WindowOutcome, { kind: "wait" }>;
type Failed = { kind: "failed"; message: string };
type GivenUp = { kind: "given_up"; reason: string };
/** What ends the loop. */
type Last = Exclude<WindowOutcome, Loaded | Wait> | GivenUp | { kind: "continue" };
/** What ends the run as well. */
type End = Extract<Last, { kind: "none_left" | "cancelled" | "refused" | "given_up" }>;

const ENDS: readonly Last["kind"][] = ["none_left", "cancelled", "refused", "given_up"];
const isEnd = (last: Exclude<Last, { kind: "ended" }>): last is End => ENDS.includes(last.kind);

/** What the loop knows besides the ledger; made anew from the steps' results when a function is replayed. */
type Progress = { totalCount: number | null; failedInARow: number; failedPlaces: Set<string> };

async function workOnWindows<Rec, Knowledge>(run: StreamRun<Rec, Knowledge>): Promise<Last> {
  const progress: Progress = { totalCount: null, failedInARow: 0, failedPlaces: new Set() };
  const { maxWindows = MAX_WINDOWS } = run;
  for (let turn = 1; turn <= maxWindows; turn++) {
    const last = await takeTurn(run, turn, progress);
    if (last) return last;
  }
  return { kind: "continue" };
}

/** One window, or one wait. Returns what ends the loop, null to go on. */
async function takeTurn<Rec, Knowledge>(
  run: StreamRun<Rec, Knowledge>,
  turn: number,
  progress: Progress,
): Promise<Last | null> {
  const { stream, runId, ports } = run;
  const { totalCount } = progress;
  const outcome: WindowOutcome | Failed = await ports.step
    .run(`window ${turn}`, () => runWindow({ stream, runId, ports, totalCount }))
    .catch(toFailed);
  if (outcome.kind === "failed") return noteFailed(run, turn, progress, outcome.message);
  progress.failedInARow = 0;
  progress.failedPlaces.clear();
  if (outcome.kind === "wait") {
    await ports.step.sleepUntil(`wait ${turn}`, new Date(outcome.until));
    return null;
  }
  if (outcome.kind !== "loaded") return outcome;
  progress.totalCount = outcome.totalCount;
  return null;
}

async function noteFailed<Rec, Knowledge>(
  { stream, runId, ports }: StreamRun<Rec, Knowledge>,
  turn: number,
  progress: Progress,
  message: string,
): Promise<Last | null> {
  const noted = await ports.step.run(`failed ${turn}`, () =>
    ports.ledger
      .fail(runId, message)
      .then((window) => ({ window }), whenLeaseLost({ window: "not_ours" as const })),
  );
  if (noted.window === "not_ours") return { kind: "not_ours" };
  const { failedPlaces } = progress;
  const failedInARow = ++progress.failedInARow;
  failedPlaces.add(noted.window ? stream.placeOf(noted.window) : "");
  if (failedPlaces.size < MOST_FAILED_PLACES && failedInARow < MOST_FAILED_IN_A_ROW) return null;
  return {
    kind: "given_up",
    reason: `Stopped after ${failedInARow} failed windows in a row. The last one: ${message}`,
  };
}

/** An error that crossed a step is only known by its name. Messages of other errors may hold what nobody should read. */
function toFailed(error: unknown): Failed {
  if (!(error instanceof Error))
    return { kind: "failed", message: "Something unknown was thrown." };
  if (error.name === "AppError") return { kind: "failed", message: error.message };
  return {
    kind: "failed",
    message: `An unexpected error (${error.name}): what had been answered is kept raw, and the log says more.`,
  };
}

function toRunEnd(last: End): RunEnd {
  return {
    cancelled: last.kind === "cancelled",
    refused: last.kind === "refused" ? last.reason : null,
    givenUp: last.kind === "given_up" ? last.reason : null,
  };
}

async function finish<Rec, Knowledge>(
  { runId, ports }: StreamRun<Rec, Knowledge>,
  end: RunEnd,
): Promise<StreamRunResult> {
  const status = await ports.step.run("finish", () =>
    ports.ledger.finish(runId, end).catch(whenLeaseLost("not_ours" as const)),
  );
  return status === "not_ours" ? { kind: "not_ours" } : { kind: "finished", status };
}

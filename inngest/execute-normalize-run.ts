import { findPlaces } from "@/lib/db/airports/find-places";
import { createNormalizeLedger } from "@/lib/db/normalize/create-normalize-ledger";
import { findAnsweredDays } from "@/lib/db/normalize/find-answered-days";
import { isOutranked } from "@/lib/db/runs/is-outranked";
import { AppError } from "@/lib/errors";
import { type FlightStream, isFlightStream, type Scope, type StreamName } from "@/lib/model/stream";
import {
  type NormalizedAnswer,
  type NormalizeKnowledge,
  normalizeStream,
} from "@/lib/sync/normalize-again/normalize-stream";
import type { SyncPorts } from "@/lib/sync/ports";
import { runStream, type StreamRunResult } from "@/lib/sync/run-stream";
import { findKeptAnswers } from "./find-kept-answers";
import { isOwnerDead } from "./owner";
import { rawStore } from "./raw-store";
import type { RunWork } from "./wiring";

/** Days of one function run of Inngest, each two steps at most. */
const MAX_DAYS = 100;
const NOTHING_KEPT = { answers: [], lost: [] };

/**
 * Works on a run of task `normalize`: makes rows of a stream anew from the raw store, a day at a time, without a call. It is
 * cancelled, paused and taken up again like any run.
 */
export async function executeNormalizeRun(
  stream: StreamName,
  work: RunWork,
): Promise<StreamRunResult> {
  if (!isFlightStream(stream)) {
    throw new AppError("validation_failed", `Only flights are normalized again, not ${stream}.`);
  }
  const { runId } = work;
  const ports = await normalizePorts(stream, work);
  return runStream({ stream: normalizeStream(stream), runId, ports, maxWindows: MAX_DAYS });
}

async function normalizePorts(
  stream: FlightStream,
  { owner, step, yields }: Pick<RunWork, "owner" | "step" | "yields">,
): Promise<SyncPorts<NormalizedAnswer, NormalizeKnowledge>> {
  const store = await rawStore();
  return {
    step,
    ledger: createNormalizeLedger({ stream, owner, store: store.kind, isOwnerDead }),
    isOutranked: async (runId) => yields && isOutranked(runId),
    knowledge: async (scope, window) => ({
      findPlace: await findPlaces(),
      days: window ? [] : await findAnsweredDays(stream, spanOf(scope)),
      kept: window ? await findKeptAnswers(store, stream, window.key) : NOTHING_KEPT,
    }),
    source: { ask: asksNobody },
    keepAnswer: asksNobody,
  };
}

function spanOf(scope: Scope): { from: string; to: string } {
  if (scope.kind === "flights" && scope.from && scope.to) return { from: scope.from, to: scope.to };
  throw new AppError("validation_failed", "Say which days are to be normalized again.");
}

async function asksNobody(): Promise<never> {
  throw new Error("Normalizing again asks nobody");
}

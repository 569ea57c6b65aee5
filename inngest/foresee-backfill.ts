import type { BackfillPreview, BackfillWish } from "@/lib/contract/backfills";
import { findCallsPerWindow } from "@/lib/db/coverage/find-calls-per-window";
import { findCallsLeft } from "@/lib/db/quota";
import { timeForCalls } from "@/lib/lufthansa/time-for-calls";
import { placeOf } from "@/lib/model/coverage";
import { describeLeftOut, type FlightPlan } from "@/lib/sync/streams/plan-flights";
import { liveShare } from "./live-share";
import { checkRaw, planBackfill, wrongWish } from "./plan-backfill";
import { previewNormalize } from "./preview-normalize";
import { findSourceSettings } from "./source";

const DAY_MS = 24 * 60 * 60 * 1000;
/** All kept answers of the days are read while the caller waits. */
const RAW_DAYS = 31;

/** What a backfill would ask, cost and change, without doing anything. Throws like planBackfill and checkRaw. */
export const foreseeBackfill = (wish: BackfillWish, now = new Date()): Promise<BackfillPreview> =>
  wish.mode === "raw" ? foreseeRebuilding(wish) : foreseeCalls(wish, now);

async function foreseeCalls(wish: BackfillWish, now: Date): Promise<BackfillPreview> {
  const plan = await planBackfill(wish, now);
  const { calls, isEstimate } = await expectCalls(wish, plan, now);
  return {
    stream: wish.stream,
    mode: wish.mode,
    windows: plan.windows.length,
    already_settled: plan.settled,
    not_served_any_more: plan.gone,
    not_served_yet: plan.ahead,
    calls,
    calls_are_estimate: isEstimate,
    seconds: await expectSeconds(calls),
    changes: null,
    message: describeLeftOut(plan) ?? describeAsked(plan),
  };
}

const describeAsked = ({ settled }: FlightPlan): string =>
  settled > 0
    ? "Every window of these days that is not settled will be asked."
    : "Every window of these days will be asked.";

async function expectCalls({ stream }: BackfillWish, { windows }: FlightPlan, now: Date) {
  const callsPerWindow = await findCallsPerWindow(now);
  const known = windows.map(({ scope }) => callsPerWindow(stream, placeOf(scope)));
  return {
    calls: Math.ceil(known.reduce<number>((sum, calls) => sum + (calls ?? 1), 0)),
    isEstimate: known.includes(null),
  };
}

/** Null while the source does not answer, too: its limits are not known then. */
async function expectSeconds(calls: number): Promise<number | null> {
  const settings = await findSourceSettings().catch(() => null);
  if (!settings) return null;
  const left = await findCallsLeft({ ...settings, live: liveShare() }, "backfill");
  return timeForCalls(calls, { left, callsPerSecond: settings.limits.callsPerSecond });
}

async function foreseeRebuilding(wish: BackfillWish): Promise<BackfillPreview> {
  checkRaw(wish);
  const { stream, from, to, mode } = wish;
  if ((Date.parse(to) - Date.parse(from)) / DAY_MS >= RAW_DAYS) {
    throw wrongWish("to", `is more than ${RAW_DAYS} days after from; preview in parts`);
  }
  const preview = await previewNormalize({ stream, from, to });
  const { flights, fields, answers, lost } = preview;
  return {
    stream,
    mode,
    windows: preview.days,
    already_settled: 0,
    not_served_any_more: 0,
    not_served_yet: 0,
    calls: 0,
    calls_are_estimate: false,
    seconds: 0,
    changes: { answers, lost_answers: lost.answers, ...flights, fields, looked_until: preview.to },
    message: `${answers} kept answers of ${preview.days} days would be read again, without a call.`,
  };
}

import { noteLiveNeed } from "@/lib/db/note-live-need";
import { findLiveCalls } from "@/lib/db/quota";
import { findOpenLiveRun } from "@/lib/db/runs/find-open-live-run";
import { log } from "@/lib/log";
import { liveBudget } from "@/lib/lufthansa/sharing";
import { type BoardStream, type LiveBoard, planLiveRound } from "@/lib/sync/live-round";
import { liveScope } from "./flight-scopes";
import { findLiveOutlook } from "./live-outlook";
import { liveShare } from "./live-share";
import { requestSync } from "./request-sync";
import { findSourceSettings } from "./source";

/** A run names so many airports at most, since a scope is a text of limited length. */
const MOST_NAMES = 100;

export type LiveRoundAsked = {
  runs: string[];
  boards: number;
  asked: number;
  /** Why not all boards are asked in each round; null when they are. */
  stretched: string | null;
};

/**
 * Asks for one round of live boards: what holds now, and the window before it, at each tracked airport. Where a round of all
 * would take more than its share of the quota, it asks for those that were not asked longest and says so. A round that has not
 * ended is not doubled.
 */
export async function requestLiveRound(now: Date): Promise<LiveRoundAsked> {
  const outlook = await findLiveOutlook(now);
  if (!outlook) return { runs: [], boards: 0, asked: 0, stretched: null };
  const { boards, stretched } = outlook;
  await forecastLiveNeed(outlook);
  const { keyHash, limits } = await findSourceSettings();
  const { callsPerHour } = limits;
  const liveCalls = await findLiveCalls(keyHash);
  const budget = liveBudget({ now, liveCalls, callsPerHour, live: liveShare() });
  const round = planLiveRound({ boards, budget });
  if (stretched) log.warn({ boards: boards.length, asked: round.boards.length }, stretched);
  const runs: string[] = [];
  for (const stream of ["flight-status", "flight-information"] as const) {
    runs.push(...(await requestBoards(stream, { all: boards, chosen: round.boards })));
  }
  return { runs, boards: boards.length, asked: round.boards.length, stretched };
}

/** Tells the quota what live rounds will need, so that other work leaves it. */
export async function forecastLiveNeed(
  outlook: { calls: number; budget: number } | null,
): Promise<void> {
  const { keyHash } = await findSourceSettings();
  await noteLiveNeed(keyHash, outlook ? Math.min(outlook.calls, outlook.budget) : 0);
}

async function requestBoards(
  stream: BoardStream,
  round: { all: readonly LiveBoard[]; chosen: readonly LiveBoard[] },
): Promise<string[]> {
  const all = round.all.filter((board) => board.stream === stream);
  const chosen = round.chosen.filter((board) => board.stream === stream);
  if (chosen.length === 0 || (await findOpenLiveRun(stream))) return [];
  const runs: string[] = [];
  for (const of of chosen.length === all.length ? ["tracked" as const] : namesOf(chosen)) {
    const scope = liveScope(of);
    const started = await requestSync({ stream, scope, trigger: "schedule", requestedBy: null });
    runs.push(started.run_id);
  }
  return runs;
}

function namesOf(boards: readonly LiveBoard[]): string[][] {
  const names = boards.map(({ airport }) => airport);
  return Array.from({ length: Math.ceil(names.length / MOST_NAMES) }, (_, part) =>
    names.slice(part * MOST_NAMES, (part + 1) * MOST_NAMES),
  );
}

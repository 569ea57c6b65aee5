import { findLiveBoards } from "@/lib/db/coverage/find-live-boards";
import { liveBudget } from "@/lib/lufthansa/sharing";
import { callsOf, type LiveBoard, roundsFor } from "@/lib/sync/live-round";
import { liveShare } from "./live-share";
import { findSourceSettings } from "./source";

/** How live rounds stand against their share of the quota, in an hour of which they used nothing yet. */
export type LiveOutlook = {
  boards: readonly LiveBoard[];
  /** Calls that a round of all boards needs, and that one round may make. */
  calls: number;
  budget: number;
  /** Why boards are asked less often than the setting says, in a sentence; null when all fit. */
  stretched: string | null;
};

/** What live rounds need and may use. Null where they are switched off. */
export async function findLiveOutlook(now: Date): Promise<LiveOutlook | null> {
  const live = liveShare();
  if (live.minutes === 0) return null;
  const [{ limits }, boards] = await Promise.all([findSourceSettings(), findLiveBoards(now)]);
  const { callsPerHour } = limits;
  const wholeHour = new Date(0);
  const budget = liveBudget({ now: wholeHour, liveCalls: 0, callsPerHour, live });
  const calls = callsOf(boards);
  const rounds = roundsFor(calls, budget);
  const stretched =
    rounds === 1
      ? null
      : `A live round of ${boards.length} boards needs about ${calls} calls and may make ${budget} (${Math.round(live.share * 100)} % of the calls of an hour): each is asked about every ${rounds * live.minutes} minutes. Follow fewer airports, or raise LIVE_QUOTA_SHARE.`;
  return { boards, calls, budget, stretched };
}

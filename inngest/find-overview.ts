import type { Overview } from "@/lib/contract/overview";
import { getOverview } from "@/lib/db/overview";
import { liveShare } from "./live-share";

/** What is stored, and how fresh it is by the settings of this process. */
export const findOverview = (now = new Date()): Promise<Overview> =>
  getOverview(now, { liveMinutes: liveShare().minutes });

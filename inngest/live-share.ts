import { env } from "@/lib/env";
import type { LiveShare } from "@/lib/lufthansa/quota";

/** What live rounds may use of an hour's calls, by the settings. */
export function liveShare(): LiveShare {
  const { LIVE_STATUS_MINUTES: minutes, LIVE_QUOTA_SHARE: share } = env();
  return { minutes, share };
}

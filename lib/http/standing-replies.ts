import { dataVersion } from "@/lib/db/data-version";
import { env } from "@/lib/env";
import { Recent } from "./recent";
import { ReplyCache } from "./reply-cache";

/** What another process writes shows in what is kept here after this time at most, and the time of one question. */
const VERSION_KEPT_MS = 250;

type Standing = { version: Recent<number>; replies: ReplyCache | null };

const KEY = Symbol.for("dst-airlines.standing-replies");
// Each route may be a module copy of its own; only globalThis is shared by all of them.
const shared = globalThis as { [KEY]?: Standing };

/**
 * What this process keeps between requests: the data version for a moment, and answers under it (API_CACHE_MB; with 0
 * nothing is kept, the version included).
 */
export function standingReplies(): Standing {
  shared[KEY] ??= makeStanding(env().API_CACHE_MB);
  return shared[KEY];
}

const makeStanding = (megabytes: number): Standing => ({
  version: new Recent(dataVersion, megabytes > 0 ? VERSION_KEPT_MS : 0),
  replies: megabytes > 0 ? new ReplyCache(megabytes * 1024 * 1024) : null,
});

/** Lets go of all of it; the next use reads the settings anew. */
export function dropStandingReplies(): void {
  delete shared[KEY];
}

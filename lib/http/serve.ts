import { findCaller } from "@/lib/auth/caller";
import { dataVersion } from "@/lib/db/data-version";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { APP_VERSION } from "./app-version";
import { type CallLimiter, callLimiter } from "./call-limiter";
import { findDataOrigin, knownDataOrigin } from "./data-origin";
import { havePublicReads } from "./public-reads";
import type { ServePorts } from "./serve-ports";
import { serveWith } from "./serve-with";

const LIMITER = Symbol.for("dst-airlines.call-limiter");
// Each route may be a module copy of its own; only globalThis is shared by all of them.
const shared = globalThis as { [LIMITER]?: CallLimiter };

function sharedLimiter(): CallLimiter | null {
  const perMinute = env().API_CALLS_PER_MINUTE;
  if (perMinute === 0) return null;
  shared[LIMITER] ??= callLimiter(perMinute, 60);
  return shared[LIMITER];
}

/** Made at the first request: a build reads no settings. */
const ports = (): ServePorts => ({
  findCaller,
  publicReads: havePublicReads,
  limiter: sharedLimiter(),
  knownOrigin: knownDataOrigin,
  findOrigin: findDataOrigin,
  findDataVersion: dataVersion,
  appVersion: APP_VERSION,
  checkReplies: env().CHECK_REPLIES,
  reportError: (error, { method, instance, requestId }) =>
    log.error(
      { err: error.cause ?? error, code: error.code, method, instance, request_id: requestId },
      error.message,
    ),
});

/** Makes a route of an endpoint of the contract and the function that does it. */
export const serve = serveWith(ports);

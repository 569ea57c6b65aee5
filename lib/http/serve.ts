import { findCaller } from "@/lib/auth/caller";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { noteAnswerer } from "./answerers";
import { APP_VERSION } from "./app-version";
import { findDataOrigin, knownDataOrigin } from "./data-origin";
import { havePublicReads } from "./public-reads";
import type { ServePorts } from "./serve-ports";
import { serveWith } from "./serve-with";
import { sharedLimiter } from "./shared-limiter";
import { standingReplies } from "./standing-replies";

/** Made at the first request: a build reads no settings. */
const ports = (): ServePorts => ({
  findCaller,
  publicReads: havePublicReads,
  limiter: sharedLimiter(),
  knownOrigin: knownDataOrigin,
  findOrigin: findDataOrigin,
  findDataVersion: () => standingReplies().version.get(),
  forgetDataVersion: () => standingReplies().version.forget(),
  replies: standingReplies().replies,
  now: Date.now,
  appVersion: APP_VERSION,
  checkReplies: env().CHECK_REPLIES,
  reportError: (error, { method, instance, requestId }) =>
    log.error(
      { err: error.cause ?? error, code: error.code, method, instance, request_id: requestId },
      error.message,
    ),
});

/** Makes a route of an endpoint of the contract and the function that does it. */
export const serve = serveWith(ports, noteAnswerer);

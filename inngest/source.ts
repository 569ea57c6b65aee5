import { setTimeout as sleep } from "node:timers/promises";
import { createQuota } from "@/lib/db/quota";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { aboutSource } from "@/lib/lufthansa/about-source";
import { createLufthansaClient, type LufthansaClient } from "@/lib/lufthansa/client";
import { type SourceSettings, sourceSettings } from "@/lib/lufthansa/source-settings";
import { liveShare } from "./live-share";

const KEY = Symbol.for("dst-airlines.source");
type Known = { settings: SourceSettings; client: LufthansaClient };
// Routes and instrumentation are different module copies: one token and one client for all of them.
const shared = globalThis as { [KEY]?: Known };

/** The configured source. Throws AppError `upstream_unavailable` when it does not answer or has no credentials. */
async function findSource(): Promise<Known> {
  const known = shared[KEY];
  if (known) return known;
  const about = await aboutSource({ baseUrl: env().LUFTHANSA_BASE_URL, fetch });
  const settings = sourceSettings(env(), about);
  const client = createLufthansaClient({
    ...settings,
    quota: createQuota({ ...settings, live: liveShare() }),
    fetch,
    now: () => new Date(),
    sleep,
    random: Math.random,
    log,
  });
  shared[KEY] ??= { settings, client };
  return shared[KEY];
}

/** How the configured source is asked: address, limits, origin. Kept once known. */
export const findSourceSettings = async (): Promise<SourceSettings> =>
  (await findSource()).settings;

/** The one client of this process. */
export const findClient = async (): Promise<LufthansaClient> => (await findSource()).client;

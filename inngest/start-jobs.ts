import { setTimeout as sleep } from "node:timers/promises";
import { claimOrigin } from "@/lib/db/origin";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { startEmbeddedRunner } from "./embedded";
import { isInngestConfigured } from "./is-inngest-configured";
import { findLiveOutlook } from "./live-outlook";
import { remindInngest } from "./remind-inngest";
import { forecastLiveNeed } from "./request-live-round";
import { requestMissed } from "./request-missed";
import { requestFirstRound } from "./request-sync";
import { findSourceSettings } from "./source";

const RETRY_MS = 5000;

/**
 * Begins the jobs of this process. Throws when the settings are wrong or the database holds data of another origin; a
 * database or source that is away is waited for in the background, while pages say so.
 */
export async function startJobs(): Promise<void> {
  env();
  try {
    await begin();
  } catch (error) {
    if (!mayPass(error)) throw error;
    log.warn({ error }, "the jobs wait for what is away");
    void beginLater().catch((reason: unknown) =>
      log.error({ error: reason }, "the jobs cannot begin"),
    );
  }
}

async function begin(): Promise<void> {
  await claimOrigin((await findSourceSettings()).origin);
  await forecastLiveNeed(await findLiveOutlook(new Date()));
  if (!isInngestConfigured()) return startEmbeddedRunner();
  await requestFirstRound();
  await requestMissed(new Date());
  remindInngest();
}

async function beginLater(): Promise<void> {
  for (;;) {
    await sleep(RETRY_MS);
    try {
      return await begin();
    } catch (error) {
      if (!mayPass(error)) throw error;
    }
  }
}

/** What time may cure: something did not answer. Everything else is for a person to mend. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof AppError)) return true;
  return error.code === "database_unavailable" || error.code === "upstream_unavailable";
}

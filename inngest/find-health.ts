import { z } from "zod";
import type { Health } from "@/lib/contract/system";
import { query } from "@/lib/db/query";
import { findQuotaState } from "@/lib/db/quota";
import { APP_VERSION } from "@/lib/http/app-version";
import { findDataOrigin, knownDataOrigin } from "@/lib/http/data-origin";
import { askDependency, type DependencyCheck, type Finding, toHealth } from "@/lib/http/health";
import { reachSource } from "@/lib/lufthansa/reach-source";
import { STREAMS } from "@/lib/model/stream";
import { findStreamHealth } from "./find-stream-health";
import { isInngestConfigured } from "./is-inngest-configured";
import { findJobsState } from "./jobs-state";
import { findLiveOutlook } from "./live-outlook";
import { rawStore } from "./raw-store";
import { findSourceSettings } from "./source";

const ok = (message: string): Finding => ({ state: "ok", message });
const warning = (message: string): Finding => ({ state: "warning", message });

const CHECKS: readonly DependencyCheck[] = [
  {
    name: "mysql",
    required: true,
    async check() {
      await query(z.object({ one: z.literal(1) }), "SELECT 1 AS one");
      return ok("The database answers.");
    },
  },
  { name: "raw_store", required: true, check: checkRawStore },
  { name: "jobs", required: false, check: checkJobs },
  { name: "lufthansa", required: false, check: checkSource },
];

/** How everything is, asked now, each dependency for two seconds at most; 503 when one that matters is down. */
export async function findHealth(now = new Date()): Promise<{ status: 200 | 503; health: Health }> {
  const dependencies = await Promise.all(CHECKS.map((check) => askDependency(check)));
  const hasDatabase = dependencies.some(({ name, state }) => name === "mysql" && state === "ok");
  const streams = hasDatabase ? await findStreamHealth(now).catch(() => NO_RUNS) : NO_RUNS;
  const origin = hasDatabase ? await findDataOrigin() : knownDataOrigin();
  return toHealth({ dependencies, streams, version: APP_VERSION, origin, now });
}

const NO_RUNS: Health["streams"] = STREAMS.map((stream) => ({
  stream,
  last_run_id: null,
  last_status: null,
  last_finished_at: null,
  last_complete_at: null,
  freshness: null,
}));

async function checkRawStore(): Promise<Finding> {
  const store = await rawStore();
  await store.ping();
  if (store.kind === "mongodb") return ok("Answers are kept in MongoDB.");
  return warning(
    "Answers are kept in MySQL, because there is no MongoDB. Set MONGODB_URI, then npm run raw:move copies them over.",
  );
}

async function checkJobs(): Promise<Finding> {
  const state = jobsFinding();
  if (state.state !== "ok") return state;
  // A source or database that does not answer is told of by its own check.
  const outlook = await findLiveOutlook(new Date()).catch(() => null);
  return outlook?.stretched ? warning(`${state.message} ${outlook.stretched}`) : state;
}

function jobsFinding(): Finding {
  if (isInngestConfigured()) return ok("Inngest runs the jobs.");
  const jobs = findJobsState();
  if (!jobs) return warning("No jobs run in this process yet; queued runs wait.");
  if (!jobs.isLeader()) return ok("Another process of this database runs the jobs.");
  return ok(jobs.workingOn() ? "This process works on a run." : "This process runs the jobs.");
}

/** Pages ask for health often; a source need not be bothered as often. */
const REACHED_FOR_MS = 5000;
const REACH_WITHIN_MS = 1500;
let reachedUntil = 0;

async function checkSource(): Promise<Finding> {
  const { baseUrl, keyHash, limits } = await findSourceSettings();
  if (Date.now() > reachedUntil) {
    await reachSource({ baseUrl, fetch, timeoutMs: REACH_WITHIN_MS });
    reachedUntil = Date.now() + REACHED_FOR_MS;
  }
  const quota = await findQuotaState(keyHash, limits);
  const full = limits.callsPerHour > 0 && quota.used >= limits.callsPerHour;
  if (quota.spent || full) {
    return warning(`The calls of this clock hour are spent; it goes on at ${quota.hour_ends_at}.`);
  }
  const most = limits.callsPerHour > 0 ? ` of ${limits.callsPerHour}` : "";
  return ok(`${quota.used}${most} calls used in this clock hour.`);
}

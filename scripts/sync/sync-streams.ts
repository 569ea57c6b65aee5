import { resolve } from "node:path";
import { checkPlaces } from "@/inngest/check-places";
import { processOwner } from "@/inngest/owner";
import { closeRawStore } from "@/inngest/raw-store";
import { findSourceSettings } from "@/inngest/source";
import type { Run } from "@/lib/contract/sync";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { claimOrigin } from "@/lib/db/origin";
import { env, overrideEnv } from "@/lib/env";
import { logToStderr } from "@/lib/log";
import { isFlightStream, type Scope, type StreamName } from "@/lib/model/stream";
import { withDatabases } from "../databases/with-databases";
import { needsSandbox } from "../up/needs-sandbox";
import { findRunningSandbox } from "../up/running-state";
import { foregroundRun } from "./foreground-run";
import { progressBar } from "./progress-bar";

export type SyncCommand = {
  /** One run each, one after the other. */
  wishes: readonly { stream: StreamName; scope: Scope }[];
  baseUrl: string | null;
  json: boolean;
};

/**
 * Runs streams one after the other in this process, with the databases started if they do not run. Prints one line of
 * JSON a stream on stdout at the end; resolves with whether every run is complete.
 */
export async function syncStreams({ wishes, baseUrl, json }: SyncCommand): Promise<boolean> {
  logToStderr();
  const source = baseUrl ?? runningSandbox();
  if (source) overrideEnv({ LUFTHANSA_BASE_URL: source });
  const say = (line: string) => void (json || process.stderr.write(`${line}\n`));
  return withDatabases(async () => {
    await deployMigrations();
    for (const { stream, scope } of wishes) {
      if (isFlightStream(stream) && scope.kind === "flights") {
        await checkPlaces({ stream, of: scope.of }, "--routes or --airports");
      }
    }
    await claimOrigin((await findSourceSettings()).origin);
    const runs: Run[] = [];
    for (const wish of wishes) {
      const bar = progressBar(json);
      runs.push(await foregroundRun({ ...wish, owner: processOwner(), onProgress: bar.show }));
      bar.end();
    }
    for (const run of runs) process.stdout.write(`${JSON.stringify(toLine(run))}\n`);
    await closeRawStore();
    return runs.every(({ status }) => status === "complete");
  }, say);
}

/** Without settings `npm run up` asks a sandbox; beside it, this command asks the same one. */
const runningSandbox = (): string | null =>
  needsSandbox(env()) ? findRunningSandbox(resolve(env().DATA_DIR)) : null;

const toLine = (run: Run) => ({
  run_id: run.id,
  stream: run.stream,
  status: run.status,
  fetched: run.fetched,
  inserted: run.inserted,
  updated: run.updated,
  unchanged: run.unchanged,
  rejected: run.rejected,
  unreadable: run.unreadable,
  api_calls: run.api_calls,
  duration_ms: run.duration_ms,
  ...(run.message ? { message: run.message } : {}),
});

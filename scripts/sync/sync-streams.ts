import { processOwner } from "@/inngest/owner";
import { closeRawStore } from "@/inngest/raw-store";
import { findSourceSettings } from "@/inngest/source";
import type { Run } from "@/lib/contract/sync";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { claimOrigin } from "@/lib/db/origin";
import { overrideEnv } from "@/lib/env";
import { logToStderr } from "@/lib/log";
import type { Scope, StreamName } from "@/lib/model/stream";
import { withDatabases } from "../databases/with-databases";
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
  if (baseUrl) overrideEnv({ LUFTHANSA_BASE_URL: baseUrl });
  const say = (line: string) => void (json || process.stderr.write(`${line}\n`));
  return withDatabases(async () => {
    await deployMigrations();
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

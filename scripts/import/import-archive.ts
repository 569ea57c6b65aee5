import { processOwner } from "@/inngest/owner";
import { closeRawStore, rawStore } from "@/inngest/raw-store";
import type { Run } from "@/lib/contract/sync";
import { findPlaces } from "@/lib/db/airports/find-places";
import { findKnownAnswers } from "@/lib/db/imports/find-known-answers";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { claimOrigin } from "@/lib/db/origin";
import { getRun } from "@/lib/db/runs/get-run";
import { logToStderr } from "@/lib/log";
import { FLIGHT_STREAMS, REFERENCE_STREAMS } from "@/lib/model/stream";
import type { PayloadStore } from "@/lib/raw/payload-store";
import { withDatabases } from "../databases/with-databases";
import { progressBar } from "../sync/progress-bar";
import { importFlights } from "./import-flights";
import { importList } from "./import-list";
import { type Archive, readArchive } from "./read-archive";
import { type ImportSummary, summarize } from "./summarize";

export type ImportWish = { dir: string; json: boolean };

/**
 * Imports a folder of recorded answers, with the databases started if they do not run. Prints what came of it on stdout;
 * resolves with whether anything was found and all of it was taken.
 */
export async function importArchive({ dir, json }: ImportWish): Promise<boolean> {
  logToStderr();
  const say = (line: string) => void (json || process.stderr.write(`${line}\n`));
  return withDatabases(async () => {
    await deployMigrations();
    try {
      const summary = await takeArchive(dir, { json, say, store: await rawStore() });
      process.stdout.write(json ? `${JSON.stringify(summary)}\n` : toText(summary));
      return summary.answers > 0 && summary.runs.every(({ status }) => status === "complete");
    } finally {
      await closeRawStore();
    }
  }, say);
}

type Taking = { json: boolean; say: (line: string) => void; store: PayloadStore };

/**
 * Takes all that surely is an answer in `dir`: lists first, for airports tell the zones of flights. Throws `origin_refused`
 * where the database holds data of another origin.
 */
export async function takeArchive(dir: string, taking: Taking): Promise<ImportSummary> {
  const started = Date.now();
  const archive = await readArchive(dir);
  const { flights, pages, ignored } = archive;
  const answers = [...flights, ...pages];
  taking.say(`${answers.length} answers found, ${ignored.length} files or answers ignored`);
  if (answers.length === 0) return summarize({ runs: [], newAnswers: 0, archive, started });
  await claimOrigin({ kind: "import", id: "import" });
  const known = await findKnownAnswers(answers.map(({ payloadId }) => payloadId));
  const runs = await importStreams(archive, taking);
  return summarize({ runs, newAnswers: answers.length - known.size, archive, started });
}

async function importStreams(archive: Archive, { json, store }: Taking): Promise<Run[]> {
  const { flights, pages, files } = archive;
  const owner = processOwner();
  const runs: Run[] = [];
  const follow = async (work: (tell: (runId: string) => Promise<void>) => Promise<string>) => {
    const bar = progressBar(json);
    const tell = async (runId: string) => {
      // A look that fails is no reason to stop the work: the database may be back for the next one.
      const run = await getRun(runId).catch(() => null);
      if (run) bar.show(run);
    };
    runs.push(await getRun(await work(tell)));
    bar.end();
  };
  for (const stream of REFERENCE_STREAMS) {
    const mine = pages.filter((page) => page.stream === stream);
    if (mine.length === 0) continue;
    await follow((onProgress) =>
      importList({ stream, pages: mine, files, store, owner, onProgress }),
    );
  }
  const findPlace = await findPlaces();
  for (const stream of FLIGHT_STREAMS) {
    const answers = flights.filter((answer) => answer.stream === stream);
    if (answers.length === 0) continue;
    await follow((onProgress) =>
      importFlights({ stream, answers, files, store, findPlace, owner, onProgress }),
    );
  }
  return runs;
}

function toText(summary: ImportSummary): string {
  const { answers, new_answers, rows, inserted, updated, unchanged, rejected, ignored } = summary;
  return [
    ...ignored.map(({ file, reason }) => `ignored: ${file}: ${reason}`),
    `${answers} answers, ${new_answers} of them new. ${rows} rows: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected.`,
    "",
  ].join("\n");
}

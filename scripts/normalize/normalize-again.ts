import { processOwner } from "@/inngest/owner";
import { type NormalizePreview, previewNormalize } from "@/inngest/preview-normalize";
import { closeRawStore } from "@/inngest/raw-store";
import type { Run } from "@/lib/contract/sync";
import { deployMigrations } from "@/lib/db/migrate/deploy";
import { logToStderr } from "@/lib/log";
import { withDatabases } from "../databases/with-databases";
import { foregroundRun } from "../sync/foreground-run";
import { progressBar } from "../sync/progress-bar";
import { flightName, formatPreview } from "./format-preview";
import type { NormalizeWish } from "./read-normalize-arguments";

/**
 * Tells what normalizing again would change, or does it, with the databases started if they do not run. Resolves with
 * whether it came to its end.
 */
export async function normalizeAgain(wish: NormalizeWish): Promise<boolean> {
  const { apply, json } = wish;
  logToStderr();
  const say = (line: string) => void (json || process.stderr.write(`${line}\n`));
  return withDatabases(async () => {
    await deployMigrations();
    try {
      if (apply) return tellRun(await applyHere(wish), json);
      return tellPreview(await previewNormalize(wish), json);
    } finally {
      await closeRawStore();
    }
  }, say);
}

async function applyHere({ stream, from, to, json }: NormalizeWish): Promise<Run> {
  const bar = progressBar(json);
  const run = await foregroundRun({
    stream,
    scope: { kind: "flights", of: "tracked", from, to, mode: "again" },
    task: "normalize",
    owner: processOwner(),
    onProgress: bar.show,
  });
  bar.end();
  return run;
}

function tellRun(run: Run, json: boolean): boolean {
  const { id, stream, status, fetched, inserted, updated, unchanged, rejected, message } = run;
  const line = {
    run_id: id,
    stream,
    status,
    days: run.windows_done,
    rows: fetched,
    inserted,
    updated,
    unchanged,
    rejected,
    duration_ms: run.duration_ms,
    ...(message ? { message } : {}),
  };
  const text = `${fetched} rows of ${run.windows_done} days read again: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected.`;
  const more = message ? `\n${message}` : "";
  process.stdout.write(json ? `${JSON.stringify(line)}\n` : `${text}${more}\n`);
  return status === "complete";
}

function tellPreview(preview: NormalizePreview, json: boolean): boolean {
  const { isWhole, samples, ...counts } = preview;
  const line = {
    ...counts,
    whole: isWhole,
    samples: samples.map(({ kind, key, fields }) => ({ kind, flight: flightName(key), fields })),
  };
  process.stdout.write(json ? `${JSON.stringify(line)}\n` : formatPreview(preview));
  return true;
}

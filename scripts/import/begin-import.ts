import { createHash } from "node:crypto";
import { findOpenImports } from "@/lib/db/imports/find-open-imports";
import { requestRun } from "@/lib/db/runs/request-run";
import { AppError } from "@/lib/errors";
import type { Scope, StreamName } from "@/lib/model/stream";
import type { Ledger } from "@/lib/sync/ports";

/**
 * The run that imports these answers: one that was left half-done goes on, else a new one begins. Imports of this stream
 * that died and whose files are others are closed; what they kept stays. Throws `conflict` while another process imports
 * the same answers.
 */
export async function beginImport<Rec>(
  ledger: Ledger<Rec>,
  wish: { stream: StreamName; scope: Scope },
): Promise<string> {
  const { run } = await requestRun({
    ...wish,
    task: "import",
    trigger: "command",
    requestedBy: null,
  });
  for (const id of await findOpenImports(wish.stream, run.id)) {
    const dead = await ledger.claim(id);
    if (dead) await ledger.finish(id, { cancelled: true, refused: null, givenUp: null });
  }
  if (await ledger.claim(run.id)) return run.id;
  throw new AppError(
    "conflict",
    "Another process imports the same answers right now. Nothing was done here; wait for it to end.",
  );
}

/** A name for a set of answers: the same files in any order have the same one. */
export function nameFiles(answers: readonly { payloadId: string }[]): string {
  const ids = answers.map(({ payloadId }) => payloadId).sort();
  return `files-${createHash("sha256").update(ids.join()).digest("hex").slice(0, 12)}`;
}

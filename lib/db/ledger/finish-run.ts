import type { Connection } from "mariadb";
import { z } from "zod";
import type { RunStatus } from "@/lib/model/run";
import type { RunEnd } from "@/lib/sync/ports";
import { execute } from "../execute";
import { fitText } from "../fit-text";
import { query } from "../query";
import { closeRun } from "../runs/close-run";
import { NO_WINDOWS, sumWindows, type WindowSums } from "../runs/sum-windows";
import { transaction } from "../transaction";
import { lockRun } from "./lease";

/** How many failed windows a message names. */
const NAMED = 5;

/**
 * Closes a run and returns its status, which follows from its windows unless it was cancelled or refused. A run that has
 * ended keeps its status. Throws `conflict` when the lease is lost, and an Error when windows are still to be asked.
 */
export function finishRun(runId: string, owner: string, end: RunEnd): Promise<RunStatus> {
  return transaction(async (connection) => {
    const { open, status } = await lockRun(connection, runId, owner);
    if (!open) return status;
    if (end.refused !== null) await failHalfDone(connection, runId, end.refused);
    const sums = (await sumWindows([runId], connection)).get(runId) ?? NO_WINDOWS;
    const closing = await decide(connection, runId, end, sums);
    await closeRun(connection, runId, closing);
    return closing.status;
  });
}

async function failHalfDone(connection: Connection, runId: string, reason: string): Promise<void> {
  await execute(
    `UPDATE sync_windows SET state = 'failed', message = ?, finished_at = UTC_TIMESTAMP(3)
     WHERE run_id = ? AND state = 'running'`,
    [fitText(reason, 1000), runId],
    connection,
  );
}

async function decide(
  connection: Connection,
  runId: string,
  { cancelled, refused, givenUp }: RunEnd,
  sums: WindowSums,
): Promise<{ status: RunStatus; message: string | null }> {
  const { windows_planned: planned, windows_done: done, windows_failed: failed } = sums;
  const kept = `${done} of ${planned} windows had been answered and are kept.`;
  if (cancelled) return { status: "cancelled", message: `Cancelled: ${kept}` };
  if (refused !== null) return { status: "failed", message: `${refused} ${kept}` };
  const unasked = planned - done - failed;
  if (unasked > 0 && givenUp === null) {
    throw new Error(`Run ${runId} has ${unasked} windows that nobody asked yet`);
  }
  const lost = countsThatDiffer(sums);
  if (lost) return { status: "failed", message: lost };
  if (failed === 0 && givenUp === null) return { status: "complete", message: null };
  const which = await nameFailed(connection, runId);
  const reason = givenUp === null ? "" : `${givenUp} ${unasked} windows were not asked. `;
  return {
    status: done > 0 ? "partial" : "failed",
    message: `${reason}${failed} of ${planned} windows failed: ${which}`,
  };
}

function countsThatDiffer(sums: WindowSums): string | null {
  const became = sums.inserted + sums.updated + sums.unchanged + sums.rejected;
  if (sums.fetched === became) return null;
  return `${sums.fetched} records were fetched, but ${became} are accounted for. The rows are kept; this is a bug to report.`;
}

async function nameFailed(connection: Connection, runId: string): Promise<string> {
  const windows = await query(
    z.object({ scope: z.string(), window_key: z.string(), message: z.string().nullable() }),
    `SELECT scope, window_key, message FROM sync_windows WHERE run_id = ? AND state = 'failed'
     ORDER BY position`,
    [runId],
    connection,
  );
  const named = windows
    .slice(0, NAMED)
    .map(({ message, ...window }) => `${nameOf(window)} (${message ?? "no reason was noted"})`);
  const more = windows.length - named.length;
  return named.join("; ") + (more > 0 ? `; and ${more} more` : "");
}

/** A list's windows are known by their positions, those of flights by place and time. */
const nameOf = ({ scope, window_key }: { scope: string; window_key: string }): string =>
  scope === "list" || scope === "code" ? window_key : `${scope} ${window_key}`;
